// The list of events in the whole window on the recorded sample: what it is filtered by, and what is done with an event and its
// articles.

import { describe, expect, it } from "vitest";
import { all, data, one, open, press, richest, settle } from "./window.testing";

function menuOf(id: string): HTMLElement {
  const menu = document.querySelector(`[data-event="${id}"]`)?.parentElement?.querySelector<HTMLElement>("[data-testid=event-menu]");
  if (!menu) throw new Error(`no menu for ${id}`);
  return menu;
}

describe("the events", () => {
  it("gives an article an event of its own, and takes it back", async () => {
    await open();
    one("column-article").click();
    await settle();
    const told = (): string | undefined => one("event-change").dataset.event;
    expect(told()).toBe(richest.head.id);
    one("event-change").click();
    await settle();
    one("move-alone").click();
    await settle();
    expect([told(), all("move-dialog").length]).toEqual(["", 0]);
    expect(one("article").textContent).toContain("اخترت حدثه بنفسي");
    one("undo").click();
    await settle();
    expect(told()).toBe(richest.head.id);
  });

  it("moves an article to another event from the list of events, and tells how to take it back", async () => {
    await open();
    menuOf(richest.head.id).click();
    await settle();
    one("event-menu-move").click();
    await settle();
    const ids = richest.columns.flatMap((column) => column.articles.map((head) => head.id));
    expect(all("move-article").map((choice) => choice.dataset.article)).toEqual(ids);
    const head = data.articles[ids[1] ?? ""]?.head;
    all("move-article")[1]?.click();
    await settle();
    expect(one("move-dialog").textContent).toContain(head?.title);
    expect(document.activeElement).toBe(one("move-filter"));
    one("move-filter").dispatchEvent(new KeyboardEvent("keydown", { code: "ArrowDown", bubbles: true }));
    expect(document.activeElement).toBe(all("move-choice")[0]);
    const other = one("move-choice").dataset.event;
    one("move-choice").click();
    await settle();
    await settle();
    expect(all("move-dialog")).toEqual([]);
    expect(one("notices").textContent).toContain("نقل المقال");
    all("column-article").find((button) => button.dataset.article === head?.id)?.click();
    await settle();
    expect(one("event-change").dataset.event).toBe(other);
    one("undo").click();
    await settle();
    expect(one("event-change").dataset.event).toBe(richest.head.id);
  });

  it("moves the article that is meant, by the menu of its column and by the palette, which tells its title", async () => {
    await open();
    const column = richest.columns.find(({ articles }) => articles.length > 1);
    const head = column?.articles[1];
    all("column-tab").find((tab) => tab.dataset.article === head?.id)?.click();
    await settle();
    all("column-menu").find((menu) => menu.closest<HTMLElement>("[data-camp]")?.dataset.camp === column?.camp)?.click();
    await settle();
    one("column-move").click();
    await settle();
    expect(one("move-dialog").textContent).toContain(head?.title);
    expect(all("move-article")).toEqual([]);
    one("move-dialog").querySelector("button")?.click();
    await settle();
    const last = all("column-article").at(-1);
    last?.focus();
    press("KeyK", { ctrlKey: true });
    await settle();
    const field = one("palette-field") as HTMLInputElement;
    field.value = "حدث مستقل";
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await settle();
    expect(all("palette-entry").map((entry) => entry.dataset.entry)).toEqual(["part-article"]);
    expect(one("palette-entry").textContent).toContain(data.articles[last?.dataset.article ?? ""]?.head.title);
    field.dispatchEvent(new KeyboardEvent("keydown", { code: "Enter", bubbles: true, cancelable: true }));
    await settle();
    await settle();
    last?.click();
    await settle();
    expect([one("article").textContent?.includes("اخترت حدثه بنفسي"), one("event-change").dataset.event]).toEqual([true, ""]);
  });

  it("filters the events, tells by what, and takes it back", async () => {
    await open();
    const ids = (): (string | undefined)[] => all("event").map((event) => event.dataset.event);
    const choose = async (testid: string, value: string): Promise<void> => {
      const select = one(testid) as HTMLSelectElement;
      select.value = value;
      select.dispatchEvent(new Event("change", { bubbles: true }));
      await settle();
    };
    const { events, named } = data.overview;
    one("filter-toggle").click();
    await settle();
    const gap = events.flatMap((event) => event.coverage.filter((covered) => covered.state === "not-imported").map((covered) => [event.id, covered.camp] as const))[0];
    if (!gap) throw new Error("the sample has a gap");
    await choose(`filter-camp-${gap[1]}`, "not-imported");
    expect(ids()).toEqual([gap[0]]);
    expect(one("events-count").textContent).toContain("١");
    expect(all("filter-chip").map((chip) => chip.dataset.facet)).toEqual([`camp:${gap[1]}`]);
    one("filter-chip").click();
    await settle();
    expect([ids().length, all("filter-chip").length]).toEqual([events.length, 0]);
    const place = named.find((one) => one.kind === "place");
    await choose("filter-place", place?.id ?? "");
    expect(ids()).toEqual(place?.events.map((index) => events[index]?.id));
    (one("filter-contradictions") as HTMLInputElement).click();
    await settle();
    expect(all("filter-chip").length).toBe(2);
    one("filter-clear").click();
    await settle();
    expect(ids()).toEqual(events.map((event) => event.id));
    expect(document.activeElement).toBe(one("filter-toggle"));
    await choose("events-order", "disagreement");
    const disputed = [...events].sort((a, b) => b.contradictions - a.contradictions || b.differences - a.differences);
    expect(ids()).toEqual(disputed.map((event) => event.id));
  });

  it("plots the events by day, and a bar chooses its day, by keys too", async () => {
    await open();
    const days = [...new Set(data.overview.events.map((event) => event.from))].sort();
    expect(all("day-bar").map((bar) => bar.dataset.day)).toEqual(days);
    const [first, second] = all("day-bar");
    first?.click();
    await settle();
    expect(first?.getAttribute("aria-pressed")).toBe("true");
    expect(all("event").length).toBe(data.overview.events.filter((event) => event.from === days[0]).length);
    first?.focus();
    press("ArrowLeft", { shiftKey: true });
    await settle();
    expect(document.activeElement).toBe(second);
    expect(all("day-bar").map((bar) => bar.getAttribute("aria-pressed"))).toEqual(["true", "true", "false"]);
    one("filter-chip").click();
    await settle();
    expect(all("event").length).toBe(data.overview.events.length);
  });

  it("names an event by the menu key, marks the name as hers, and takes it back", async () => {
    await open();
    const event = (): HTMLElement => document.querySelector<HTMLElement>(`[data-event="${richest.head.id}"]`) ?? document.body;
    event().focus();
    press("ContextMenu");
    await settle();
    expect(document.activeElement).toBe(one("event-menu-name"));
    one("event-menu-name").click();
    await settle();
    const input = one("event-name-input") as HTMLInputElement;
    expect(input.value).toBe(richest.head.title);
    input.value = "قصف سوق الماشية";
    input.dispatchEvent(new Event("input", { bubbles: true }));
    await settle();
    one("event-name-save").click();
    await settle();
    await settle();
    expect(event().textContent).toContain("قصف سوق الماشية");
    expect(one("event-named").textContent).toContain("بنفسي");
    expect(one("event-named-by-hand").getAttribute("aria-label")).toContain(richest.head.title);
    expect(one("notices").textContent).toContain("Ctrl Z");
    one("undo").click();
    await settle();
    expect(all("event-named")).toEqual([]);
  });

  it("chooses several articles to leave their event together", async () => {
    await open();
    menuOf(richest.head.id).click();
    await settle();
    one("event-menu-split").click();
    await settle();
    expect(all("split-article").length).toBe(richest.head.articles);
    expect((one("split-do") as HTMLButtonElement).disabled).toBe(true);
    all("split-article").slice(0, 2).forEach((box) => box.click());
    await settle();
    expect(one("split-do").textContent).toContain("مقالين");
    one("split-do").click();
    await settle();
    await settle();
    expect(all("split-dialog")).toEqual([]);
    expect(one("notices").textContent).toContain("أخرجت المقالات");
  });
});
