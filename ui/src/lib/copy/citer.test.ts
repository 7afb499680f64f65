import { afterEach, describe, expect, it } from "vitest";
import { ArticlePane } from "../article/pane.svelte";
import { FixtureBackend, type Sample } from "../backend/fixture";
import recorded from "../backend/fixtures/sample.json";
import { Lang } from "../lang/lang.svelte";
import { Board } from "../side/board.svelte";
import { Citer } from "./citer";
import { runs, stretches } from "./stretches";

const data = recorded as unknown as Sample;
const articles = Object.values(data.articles);
const webbed = articles.find((view) => view.url !== null && view.left_out.length > 0);
const other = articles.find((view) => view.head.id !== webbed?.head.id);
if (!webbed || !other) throw new Error("the sample has articles with and without an address");

afterEach(() => document.body.replaceChildren());

/** Selects from one place to another in `html`; gives the selection. */
function select(html: string, from: string, start: number, to: string, end: number): Selection {
  document.body.innerHTML = html;
  const node = (id: string): Node => {
    const walker = document.createTreeWalker(document.getElementById(id) ?? document.body, NodeFilter.SHOW_TEXT);
    return walker.nextNode() ?? document.body;
  };
  const selection = document.getSelection();
  if (!selection) throw new Error("no selection");
  selection.setBaseAndExtent(node(from), start, node(to), end);
  return selection;
}

const cell = (words: string): string => `<div data-testid="cell" data-passage><b>بصوت منقول</b>${words}</div>`;

async function citer(language: "ar" | "en" = "ar") {
  const backend = new FixtureBackend();
  const pane = new ArticlePane(backend);
  const board = new Board(backend);
  await board.open(webbed?.event ?? "");
  return { citer: new Citer(backend, board, pane, new Lang(language)), pane, backend };
}

describe("stretches", () => {
  it("are cut to the selection and counted in code points, shapes and spaces apart", () => {
    const marked = '<p data-text-of="a" data-start="100"><span id="one">𞸀قال </span><span><svg aria-label="x"></svg>الناطق</span> <i id="two">إن القصف</i></p>';
    const selection = select(cell(marked), "one", 2, "two", 3);
    expect(stretches(selection)).toMatchObject([{ article: "a", text: "قال الناطق إن", place: { start: 101, end: 114 } }]);
  });

  it("of several cells come in reading order; what is no article's word is left out", () => {
    const words = (id: string, article: string, start: number): string => cell(`<p id="${id}" data-text-of="${article}" data-start="${start}">كلام ${id}</p>`);
    const selection = select(words("x", "a", 0) + cell("لم يُذكر") + words("y", "b", 7) + words("z", "a", 20), "x", 5, "z", 4);
    expect(stretches(selection).map(({ article, text, place }) => [article, text, place?.start])).toEqual([
      ["a", "x", 5],
      ["b", "كلام y", 7],
      ["a", "كلام", 20],
    ]);
    expect(runs(stretches(selection)).length).toBe(3);
  });

  it("of one article in one place are one run, but for what was left out of its page", () => {
    const text = (id: string, place: string): string => `<p id="${id}" data-text-of="a" ${place}>فقرة</p>`;
    const sheet = `<aside data-testid="article" data-passage>${text("p", 'data-start="0"')}${text("q", 'data-start="5"')}${text("r", "")}</aside>`;
    const found = runs(stretches(select(sheet, "p", 0, "r", 4)));
    expect(found.map((run) => run.map((one) => one.place))).toEqual([[{ start: 0, end: 4 }, { start: 5, end: 9 }], [null]]);
  });

  it("are none where nothing is selected", () => {
    expect(stretches(null)).toEqual([]);
    expect(stretches(select("<p id='p' data-text-of='a' data-start='0'>فقرة</p>", "p", 2, "p", 2))).toEqual([]);
  });
});

describe("Citer", () => {
  const { head, text, url, sha256 } = webbed;
  const paragraph = (id: string, view = webbed): string => {
    const { start, end } = view.paragraphs[0] ?? { start: 0, end: 0 };
    return `<p id="${id}" data-text-of="${view.head.id}" data-start="${start}">${[...view.text].slice(start, end).join("")}</p>`;
  };

  it("gives the words as they are, and under them who, what, when, where, and which characters", async () => {
    const { citer: one, pane } = await citer();
    await pane.open(head.id);
    const copied = one.copy(select(paragraph("p"), "p", 0, "p", 20));
    const [words, source, address, place, hash] = copied?.text.split("\n") ?? [];
    expect(words).toBe(text.slice(0, 20).trim());
    for (const part of [head.outlet ?? "", head.title, "٢٠٢٦"]) expect(source).toContain(part);
    expect([address, place, hash]).toEqual([url, `Riwayat ${head.id}:0-${words?.length}`, `SHA-256 ${sha256}`]);
    expect(copied?.cited).toBe(1);
    expect(copied?.text).not.toMatch(/[\u2066-\u2069\u200E\u200F\u202A-\u202E]/);
  });

  it("tells of columns what is at hand, and more where it could ask before", async () => {
    const { citer: one } = await citer();
    const selection = select(cell(paragraph("p")), "p", 0, "p", 20);
    expect(one.copy(selection)?.text.split("\n").length).toBe(3);
    await one.prepare(selection);
    expect(one.copy(selection)?.text).toContain(`${url}\n`);
    one.forget();
    expect(one.copy(selection)?.text).not.toContain(url);
  });

  it("follows an edited title, and the language", async () => {
    const { citer: one, pane, backend } = await citer("en");
    await backend.setField(head.id, "title", "عنوان آخر");
    await pane.open(head.id);
    expect(one.copy(select(paragraph("p"), "p", 0, "p", 20))?.text).toMatch(/^— .+, “عنوان آخر”, \d+ March 2026/m);
  });

  it("cites each article of a selection for itself", async () => {
    const { citer: one } = await citer();
    const selection = select(cell(paragraph("p")) + cell(paragraph("q", other)), "p", 0, "q", 9);
    await one.prepare(selection);
    const copied = one.copy(selection);
    expect(copied?.cited).toBe(2);
    const parts = copied?.text.split("\n\n") ?? [];
    expect(parts.map((part) => /^Riwayat (.+):/m.exec(part)?.[1])).toEqual([head.id, other.head.id]);
  });

  it("tells whose claim it is and how it is put where words are shown alone, and cites each for itself", async () => {
    const { citer: one, pane } = await citer();
    await pane.open(head.id);
    const said = (id: string, from: number, more: string): string =>
      `<li data-passage><q id="${id}" data-text-of="${head.id}" data-start="${from}" ${more}>${[...text].slice(from, from + 12).join("")}</q></li>`;
    const claims = said("x", 0, "data-said-as='asserted'") + said("y", 20, "data-said-by='مصدر عسكري' data-said-as='denied'") + said("z", 40, "data-said-as='denied'");
    const copied = one.copy(select(claims, "x", 0, "z", 12));
    const voices = copied?.text.split("\n\n").map((part) => /^القائل: (.+)$/m.exec(part)?.[1]);
    expect(voices).toEqual([undefined, "مصدر عسكري (ينفي)", `${head.outlet} (ينفي)`]);
    expect(copied?.cited).toBe(3);
    expect(copied?.text.match(/^SHA-256/gm)?.length).toBe(3);
  });

  it("gives the words of a claim once, though its figures repeat some of them; the figures alone have their place", async () => {
    const { citer: one, pane } = await citer();
    await pane.open(head.id);
    const words = (id: string, from: number, to: number): string => `<i id="${id}" data-text-of="${head.id}" data-start="${from}">${[...text].slice(from, to).join("")}</i>`;
    const claim = `<li data-passage>${words("claim", 0, 30)} ${words("figure", 9, 14)}</li>`;
    const place = (copied: string | undefined): string | undefined => /^Riwayat (.+)$/m.exec(copied ?? "")?.[1];
    expect(place(one.copy(select(claim, "claim", 0, "figure", 5))?.text)).toMatch(/^\S+:0-\d+$/);
    expect(place(one.copy(select(claim, "figure", 0, "figure", 5))?.text)).toMatch(/:(9|10)-1[34]$/);
  });

  it("says so where words are not of the body", async () => {
    const { citer: one, pane } = await citer();
    await pane.open(head.id);
    const copied = one.copy(select(`<p id="p" data-text-of="${head.id}">موافق</p>`, "p", 0, "p", 5));
    expect(copied?.text).toMatch(new RegExp(`لا من متن المقال[^]*^Riwayat ${head.id}$`, "m"));
  });

  it("leaves the interface's words to the browser, without the characters that it puts round their parts", async () => {
    const { citer: one } = await citer();
    expect(one.copy(select("<p id='p'>بلا مقال</p>", "p", 0, "p", 8))).toBeNull();
    expect(one.copy(select("<p id='p'>في \u2068٣\u2069 مقالات</p>", "p", 0, "p", 13))).toEqual({ text: "في ٣ مقالات", cited: 0 });
  });
});
