import { describe, expect, it } from "vitest";
import { Notices } from "./notices.svelte";

describe("Notices", () => {
  it("tells the same once, and offers the way back of the newest change only", () => {
    const notices = new Notices();
    notices.tell("copied");
    notices.tell("moved", { undo: true });
    notices.tell("copied");
    notices.tell("joined", { undo: true });
    expect(notices.list.map((notice) => notice.text)).toEqual(["copied", "joined"]);
  });
});
