import { describe, expect, it, vi } from "vitest";
import type { DropHandlers } from "../backend/backend";
import { FixtureBackend } from "../backend/fixture";
import { Intake } from "./intake.svelte";

const FAST = { pace: 0 };

describe("Intake", () => {
  it("runs, tells its progress, and ends with a report", async () => {
    const ended = vi.fn(() => Promise.resolve());
    const intake = new Intake(new FixtureBackend(FAST), ended);
    const running = intake.importPaths(["/a.html", "/b.txt"]);
    expect(intake.running).toBe(true);
    expect(intake.progress).toMatchObject({ stage: "reading", done: 0, name: "/a.html" });
    await running;
    expect(intake.running).toBe(false);
    expect(intake.report?.cancelled).toBe(false);
    expect(ended).toHaveBeenCalledExactlyOnceWith(intake.report);
  });

  it("stops on demand, and still reports what was done", async () => {
    const intake = new Intake(new FixtureBackend({ pace: 5 }), () => Promise.resolve());
    const running = intake.importText("نص");
    await intake.cancel();
    expect(intake.stopping).toBe(true);
    await running;
    expect([intake.report?.cancelled, intake.stopping]).toEqual([true, false]);
  });

  it("does one thing at a time, and nothing where nothing was chosen", async () => {
    const backend = new FixtureBackend(FAST);
    const imported = vi.spyOn(backend, "importPaths");
    const intake = new Intake(backend, () => Promise.resolve());
    await Promise.all([intake.importPaths(["/a"]), intake.importPaths(["/b"])]);
    expect(imported).toHaveBeenCalledTimes(1);
    backend.pickFolder = () => Promise.resolve(null);
    await intake.pickFolder();
    expect(imported).toHaveBeenCalledTimes(1);
  });

  it("keeps a failure to be told", async () => {
    const backend = new FixtureBackend(FAST);
    backend.importPaths = () => Promise.reject({ code: "storage-full", message: { ar: "امتلأ القرص", en: "disk full" } });
    const intake = new Intake(backend, () => Promise.resolve());
    await intake.importPaths(["/a"]);
    expect([intake.running, intake.failure?.code]).toEqual([false, "storage-full"]);
    intake.dismiss();
    expect(intake.failure).toBeNull();
  });

  it("takes files dropped anywhere", async () => {
    const backend = new FixtureBackend(FAST);
    let handlers: DropHandlers | undefined;
    backend.onDrop = (given: DropHandlers) => {
      handlers = given;
      return Promise.resolve(() => undefined);
    };
    const imported = vi.spyOn(backend, "importPaths");
    const intake = new Intake(backend, () => Promise.resolve());
    await intake.listen();
    handlers?.enter();
    expect(intake.hovering).toBe(true);
    handlers?.drop(["/seeds"]);
    expect(intake.hovering).toBe(false);
    expect(imported.mock.calls[0]?.[0]).toEqual(["/seeds"]);
  });
});
