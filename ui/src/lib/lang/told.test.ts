import { describe, expect, it } from "vitest";
import { told } from "./told";

describe("told", () => {
  it("names the days of a reason", () => {
    expect(told("ar", "ضوء السهل (2026-03-19): «22 حافلة»")).toBe("ضوء السهل (١٩ آذار ٢٠٢٦): «22 حافلة»");
    expect(told("en", "Daw (2026-03-19): “22 buses”")).toBe("Daw (19 March 2026): “22 buses”");
  });

  it("leaves quoted words as they are", () => {
    expect(told("ar", "«في 2026-03-19 كلُّهم» كلُّهم")).toBe("«في 2026-03-19 كلُّهم» كلهم");
  });

  it("leaves what is no day", () => {
    expect(told("en", "page 2026-99-19 of 12026-03-190")).toBe("page 2026-99-19 of 12026-03-190");
  });
});
