import { describe, expect, it } from "vitest";
import { ar } from "../lang/ar";
import { CHOICES } from "../side/arrange";
import { ALL_COMMANDS, COMMANDS, type Command, type Now } from "./commands";
import { isPress, printed, type Press } from "./press";

const presses = ALL_COMMANDS.flatMap(([, command]) => command.presses);
const written = ({ code, ctrl, alt, shift }: Press): string => [ctrl && "Ctrl", alt && "Alt", shift && "Shift", code].filter(Boolean).join(" ");

const NOTHING: Now = { dossier: null, events: 0, shown: false, rows: false, deeds: [], article: false, eventDeeds: [], movable: [], partable: false, importing: false };
const possible = (now: Now): string[] => ALL_COMMANDS.filter(([, command]) => command.possible(now)).map(([id]) => id);

describe("the table of commands", () => {
  it("gives no press to two commands", () => {
    const all = presses.map(written);
    expect(all.filter((press, index) => all.indexOf(press) !== index)).toEqual([]);
  });

  it("knows the Arabic letter of every lettered key", () => {
    const lettered = presses.filter(({ code, sign }) => /^(Key|Comma|Slash)/.test(code) && !sign);
    expect(lettered.length).toBeGreaterThan(5);
    expect(lettered.filter((press) => printed(press).letter === null)).toEqual([]);
  });

  it("has a key and words for every deed, and no two commands of one name but the two ways to the search and to the keys", () => {
    for (const deed of Object.keys(CHOICES) as (keyof typeof CHOICES)[]) expect(COMMANDS[deed].presses.length).toBe(1);
    const names = ALL_COMMANDS.map(([, command]: readonly [string, Command]) => command.label + (command.what ?? ""));
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual(["command.find", "keys.title"]);
    for (const [, { label }] of ALL_COMMANDS) expect(ar[label]).toBeTypeOf("string");
  });

  it("offers only what can be done now", () => {
    const before = possible(NOTHING);
    expect(before).toEqual(expect.arrayContaining(["open", "create", "sample", "settings", "language", "theme", "help"]));
    for (const id of ["row-next", "undo", "merge", "close-article", "import-files", "import-cancel", "page-claims", "take-out"]) expect(before).not.toContain(id);
    const dossier = { path: "", name: "", sample: true, invented: true, articles: 3, read_only: false, can_undo: { ar: "نقل", en: "a move" }, can_redo: null };
    const reading = possible({ ...NOTHING, dossier, events: 2, shown: true, rows: true, deeds: ["take-out"], article: true });
    expect(reading).toEqual(expect.arrayContaining(["row-next", "undo", "merge", "close-article", "import-files", "page-claims", "take-out"]));
    for (const id of ["redo", "move-above", "import-cancel", "sample"]) expect(reading).not.toContain(id);
    const locked = possible({ ...NOTHING, dossier: { ...dossier, read_only: true }, events: 2, rows: true, importing: true });
    for (const id of ["merge", "import-files", "import-text"]) expect(locked).not.toContain(id);
    expect(locked).toContain("import-cancel");
  });
});

describe("a press", () => {
  const down = (code: string, held: KeyboardEventInit = {}): KeyboardEvent => new KeyboardEvent("keydown", { code, ...held });

  it("is told by the key and by all that is held with it", () => {
    expect(isPress({ code: "KeyZ", ctrl: true }, down("KeyZ", { ctrlKey: true, key: "ئ" }))).toBe(true);
    expect(isPress({ code: "KeyZ", ctrl: true }, down("KeyZ", { metaKey: true }))).toBe(true);
    expect(isPress({ code: "KeyZ", ctrl: true }, down("KeyZ", { ctrlKey: true, shiftKey: true }))).toBe(false);
    expect(isPress({ code: "KeyZ" }, down("KeyZ", { ctrlKey: true }))).toBe(false);
    expect(isPress({ code: "Digit1" }, down("Digit1", { altKey: true }))).toBe(false);
  });

  it("is printed as it is on the keyboard", () => {
    expect(printed({ code: "KeyZ", ctrl: true, shift: true })).toEqual({ keys: ["Ctrl", "Shift", "Z"], letter: "ئ" });
    expect(printed({ code: "Digit3", alt: true })).toEqual({ keys: ["Alt", "3"], letter: null });
    expect(printed({ code: "ArrowUp" })).toEqual({ keys: ["↑"], letter: null });
    expect(printed({ code: "Slash", shift: true, sign: "?" })).toEqual({ keys: ["?"], letter: null });
  });
});
