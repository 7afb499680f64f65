import { describe, expect, it } from "vitest";
import { DEFAULT_MANNERS } from "./manner";
import { told } from "./told";

describe("told", () => {
  it("names the days of a reason", () => {
    expect(told(DEFAULT_MANNERS.ar, "ضوء السهل (2026-03-19): «22 حافلة»")).toBe("ضوء السهل (١٩ آذار ٢٠٢٦): «22 حافلة»");
    expect(told(DEFAULT_MANNERS.en, "Daw (2026-03-19): “22 buses”")).toBe("Daw (19 March 2026): “22 buses”");
  });

  it("leaves quoted words as they are", () => {
    expect(told(DEFAULT_MANNERS.ar, "«في 2026-03-19 كلُّهم» كلُّهم")).toBe("«في 2026-03-19 كلُّهم» كلهم");
  });

  it("sets Arabic words apart in an English sentence", () => {
    const shown = told(DEFAULT_MANNERS.en, "خيط الصباح (2026-03-24): «ستة أفران», الساعة (2026-03-24) - no value is common");
    const plain = "\u2068خيط الصباح\u2069 (24 March 2026): \u2068«ستة أفران»\u2069, \u2068الساعة\u2069 (24 March 2026) - no value is common";
    expect(shown).toBe(plain);
    expect(told(DEFAULT_MANNERS.ar, "خيط الصباح")).toBe("خيط الصباح");
  });

  it("leaves what is no day", () => {
    expect(told(DEFAULT_MANNERS.en, "page 2026-99-19 of 12026-03-190")).toBe("page 2026-99-19 of 12026-03-190");
  });
});
