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

  it("keeps quoted Arabic words in the order of an English list", () => {
    const shown = told(DEFAULT_MANNERS.en, "elsewhere: “12”, “عشرة, على الأقل”, “ثلاثة”; ضوء السهل, سور الوطن");
    expect(shown).toBe(
      "elsewhere: “12”, “\u2068عشرة, على الأقل\u2069”, “\u2068ثلاثة\u2069”; \u2068ضوء السهل\u2069, \u2068سور الوطن\u2069",
    );
  });

  it("keeps the parts of a moment in their order", () => {
    expect(told(DEFAULT_MANNERS.ar, "يذكره المقال: «2026-03-10T13:05:00+03:00»")).toBe("يذكره المقال: «\u20662026-03-10T13:05:00+03:00\u2069»");
  });

  it("leaves what is no day", () => {
    expect(told(DEFAULT_MANNERS.en, "page 2026-99-19 of 12026-03-190")).toBe("page 2026-99-19 of 12026-03-190");
  });
});
