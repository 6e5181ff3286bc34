import { ConvexError } from "convex/values";
import { beforeEach, describe, expect, test } from "vitest";
import { MemoryAuthority, textOf } from "./memoryAuthority.ts";
import { Device, Page, quiet, settle } from "./world.ts";

let server: MemoryAuthority;
let ana: Page;
let ben: Page;

beforeEach(async () => {
  server = new MemoryAuthority(true, textOf("The student reads."));
  ana = await Page.open(new Device("ana"), server);
  ben = await Page.open(new Device("ben"), server);
  await settle(ana, ben);
});

describe("the status line", () => {
  test("says saving while steps are under way and saved when the server has them", async () => {
    ana.type("Well: ", 1);
    expect(ana.session.getStatus().kind).toBe("saving");
    await settle(ana, ben);
    expect(ana.session.getStatus()).toEqual({ kind: "saved", at: 0 });
  });

  test("counts the changes that wait while there is no connection", async () => {
    ana.connection.isConnected = false;
    ana.wire.cut();
    ana.type("a", 1);
    ana.type("b", 2);
    await quiet();
    expect(ana.session.getStatus()).toEqual({ kind: "offline", changes: 2, isKept: true });
  });

  test("says so when the device cannot keep them", async () => {
    ana.device.isFull = true;
    ana.connection.isConnected = false;
    ana.wire.cut();
    ana.type("a", 1);
    await quiet();
    expect(ana.session.getStatus()).toEqual({ kind: "offline", changes: 1, isKept: false });
  });

  test("says why the server refused, and keeps the words", async () => {
    ana.wire.refusal = new ConvexError({ code: "steps_invalid" });
    ana.type("refused ", 1);
    await settle(ana);
    expect(ana.session.getStatus()).toEqual({ kind: "failed", code: "steps_invalid" });
    expect(ana.doc.textContent).toBe("refused The student reads.");
    ana.wire.refusal = null;
    ana.session.tryAgain();
    await settle(ana, ben);
    expect(ben.doc.textContent).toBe("refused The student reads.");
  });
});

describe("words that find no place", () => {
  test("are offered back when their paragraph was deleted meanwhile", async () => {
    ana.wire.cut();
    for (const [index, letter] of [..."gladly"].entries()) ana.type(letter, 12 + index);
    ben.edit((tr) => void tr.delete(1, 19));
    await settle(ben);
    ana.wire.mend();
    await settle(ana, ben);
    expect(ana.doc.toJSON()).toEqual(ben.doc.toJSON());
    expect(ana.session.getLostWords()).toBe("gladly");
    ana.session.dismissLostWords();
    expect(ana.session.getLostWords()).toBe("");
  });

  test("are offered back after taking the team's text", async () => {
    ana.wire.refusal = new ConvexError({ code: "steps_invalid" });
    ana.type("Mine. ", 1);
    await settle(ana);
    ana.wire.refusal = null;
    await ana.session.reset();
    await settle(ana);
    expect(ana.doc.textContent).toBe("The student reads.");
    expect(ana.session.getLostWords()).toBe("Mine.");
    expect(ana.session.getStatus().kind).toBe("saved");
  });

  test("are offered back when the plan was closed for writing", async () => {
    ana.wire.refusal = new ConvexError({ code: "plan_not_draft" });
    ana.type("Too late. ", 1);
    await settle(ana);
    expect(ana.session.getStatus().kind).toBe("frozen");
    expect(ana.session.getLostWords()).toBe("Too late.");
    expect(ana.doc.textContent).toBe("The student reads.");
  });

  test("are offered again after a reload when the plan was closed for writing, until the person has them", async () => {
    ana.wire.refusal = new ConvexError({ code: "plan_not_draft" });
    ana.type("Too late. ", 1);
    await settle(ana);
    await ana.session.close();
    const again = await Page.open(ana.device, server);
    again.wire.refusal = ana.wire.refusal;
    await settle(again);
    expect(again.session.getLostWords()).toBe("Too late.");
    again.session.dismissLostWords();
    await again.session.close();
    expect((await Page.open(ana.device, server)).session.hasUnsent()).toBe(false);
  });
});

describe("a page that dies", () => {
  test("leaves its unsent words on the device, and the next page sends them", async () => {
    ana.wire.cut();
    ana.type("Kept. ", 1);
    await quiet();
    ana.wire.drop();
    ben.type("Meanwhile. ", 1);
    await settle(ben);
    const again = await Page.open(ana.device, server);
    await settle(again, ben);
    expect(ben.doc.textContent).toContain("Kept. ");
    expect(again.doc.toJSON()).toEqual(ben.doc.toJSON());
    expect(ana.device.records.size).toBe(0);
  });

  test("after sending, before the answer: the words are in the text once", async () => {
    ana.type("Once. ", 1);
    await quiet();
    ana.wire.deliver();
    await quiet();
    expect(server.doc.textContent).toBe("Once. The student reads.");
    ana.wire.drop();
    const again = await Page.open(ana.device, server);
    await settle(again, ben);
    expect(again.doc.textContent).toBe("Once. The student reads.");
    expect(again.session.hasUnsent()).toBe(false);
  });
});
