import { describe, expect, it, vi } from "vitest";
import { FixtureBackend } from "../backend/fixture";
import type { OnProgress } from "../backend/backend";
import { ArticlePane } from "../article/pane.svelte";
import { Desk } from "./desk.svelte";

async function started() {
  const backend = new FixtureBackend();
  const heard = vi.fn();
  const desk = new Desk(backend, heard);
  await desk.start();
  const view = Object.values((await import("../backend/fixtures/sample.json")).default.articles)[0];
  if (!view) throw new Error("the sample has an article");
  return { backend, desk, heard, id: view.head.id, camp: view.head.camp };
}

describe("Desk", () => {
  it("opens what the backend opens, and tells it", async () => {
    const { desk, heard } = await started();
    expect(desk.phase).toBe("open");
    expect(desk.overview?.dossier.sample).toBe(true);
    expect(heard).toHaveBeenCalledExactlyOnceWith(desk.overview, true);
    expect(desk.recent).toHaveLength(1);
  });

  it("sets a field, takes it back and makes it again", async () => {
    const { backend, desk, id, camp } = await started();
    const other = desk.camps.find((one) => one.id !== camp)?.id ?? "";
    const pane = new ArticlePane(backend);
    await desk.setField(id, "camp", other);
    await pane.open(id);
    expect(pane.view?.head.camp).toBe(other);
    expect(pane.view?.edited).toEqual([{ field: "camp", was: camp }]);
    expect(await desk.undo()).toBe(true);
    await pane.reload();
    expect([pane.view?.head.camp, pane.view?.edited]).toEqual([camp, []]);
    expect(await desk.redo()).toBe(true);
    await pane.reload();
    expect(pane.view?.head.camp).toBe(other);
  });

  it("goes back to what was imported", async () => {
    const { backend, desk, id, camp } = await started();
    await desk.setField(id, "camp", desk.camps.find((one) => one.id !== camp)?.id ?? "");
    await desk.setField(id, "camp", null);
    expect((await backend.article(id)).head.camp).toBe(camp);
  });

  it("has nothing to undo at first", async () => {
    const { desk } = await started();
    expect([await desk.undo(), await desk.redo()]).toEqual([false, false]);
  });

  it("adds a camp after the last", async () => {
    const { desk } = await started();
    const last = Math.max(...desk.camps.map((camp) => camp.position));
    await desk.defineCamp("طرف ثالث", "Third party");
    expect(desk.camps.at(-1)).toMatchObject({ label: { ar: "طرف ثالث" }, position: last + 1 });
  });

  it("tells a failed opening, and tries it again", async () => {
    const desk = new Desk(new FixtureBackend({ start: "fail" }), () => undefined);
    expect(await desk.start()).toBe(false);
    expect([desk.phase, desk.failure?.code]).toEqual(["failed", "dossier-locked"]);
    expect(await desk.retry()).toBe(false);
    expect(await desk.openSample()).toBe(true);
    expect([desk.phase, desk.failure]).toEqual(["open", null]);
  });

  it("keeps the open dossier where another cannot be opened", async () => {
    const { backend, desk } = await started();
    const before = desk.overview;
    backend.openDossier = () => Promise.reject({ code: "dossier-newer", message: { ar: "أحدث", en: "newer" } });
    expect(await desk.openPath("/x.riwayat")).toBe(false);
    expect([desk.phase, desk.overview, desk.failure?.code]).toEqual(["open", before, "dossier-newer"]);
    desk.dismiss();
    expect(desk.failure).toBeNull();
  });

  it("opens with the first events of many, and reads the others at once", async () => {
    const backend = new FixtureBackend();
    const whole = await backend.overview();
    const first = { ...whole, events: whole.events.slice(0, 1), more: whole.events.length - 1 };
    const heard = vi.fn();
    const desk = new Desk(backend, heard);
    backend.openSample = () => Promise.resolve(first);
    await desk.openSample();
    expect(heard).toHaveBeenCalledWith(first, true);
    await desk.settling;
    expect(desk.overview?.events.length).toBe(whole.events.length);
    expect(heard).toHaveBeenLastCalledWith(desk.overview, false);
  });

  it("takes what was compared in place of what was kept, unless something newer is shown", async () => {
    const { backend, desk, heard, id } = await started();
    const settled = { ...structuredClone(desk.overview), outlets: ["compared"] } as NonNullable<typeof desk.overview>;
    backend.settle = () => Promise.resolve(settled);
    await desk.openSample();
    await desk.settling;
    expect(desk.overview).toBe(settled);
    expect(heard).toHaveBeenLastCalledWith(settled, false);

    let answer: (overview: typeof settled) => void = () => undefined;
    let tell: OnProgress = () => undefined;
    backend.settle = (onProgress) => {
      tell = onProgress;
      return new Promise((resolve) => (answer = resolve));
    };
    await desk.openSample();
    const far = { stage: "comparing", done: 3, total: 9, name: "" } as const;
    tell(far);
    expect(desk.progress).toEqual(far);
    await desk.setField(id, "title", "عنوان آخر");
    const changed = desk.overview;
    answer(settled);
    await desk.settling;
    expect([desk.overview, desk.progress]).toEqual([changed, null]);
    tell(far);
    const late = tell;
    await desk.openSample();
    late(far);
    expect(desk.progress, "of the dossier that was open before").toBeNull();
  });

  it("is not busy after a change that failed", async () => {
    const { desk } = await started();
    await expect(desk.setField("no such article", "camp", "x")).rejects.toMatchObject({ code: "not-found" });
    expect(desk.busy).toBe(false);
  });
});
