import { scryptSync } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Deployment } from "#embedded/deployment.ts";
import { eventually, setVariable } from "./support/ledger.ts";
import { answerOf, call, openWorkshop, refusalOf } from "./support/workshop.ts";

/** Little patience and little memory. */
const limits = { actionMs: 3000, lookEveryMs: 40, threadMb: 64 };

let workshop: Deployment;
beforeAll(async () => {
  workshop = await openWorkshop({ limits });
});

type Place = { threadId: number; greeting: string | null };
const where = async () => (await answerOf(workshop, "threads:where")) as Place;

describe("a thread for actions", () => {
  test("ACT-01 while an action works without waiting, queries and mutations are answered", async () => {
    let spun = false;
    const spinning = answerOf(workshop, "threads:spin", { ms: 400 }).finally(() => {
      spun = true;
    });
    let answered = 0;
    while (!spun) {
      await answerOf(workshop, "notes:add", { text: "meanwhile", author: "spinning" });
      await new Promise((resolve) => setTimeout(resolve, 1));
      if (!spun) answered += 1;
    }
    expect(await spinning).toBe("spun");
    expect(answered).toBeGreaterThan(1);
  });

  test("ACT-01 errors of actions carry their kind, their line and the data of a ConvexError", async () => {
    expect(await refusalOf(workshop, "threads:fail")).toMatch(
      /Server Error\nUncaught TypeError: the action is torn\n {4}at handler \(.*convex\/threads\.ts:\d+:\d+\)/,
    );
    const refused = await call(workshop, "threads:fail", { data: { code: "no" } });
    expect(refused).toMatchObject({ ok: false, data: { code: "no" } });
  });

  test("ACT-01 an action runs another, and makes handles", async () => {
    expect(await answerOf(workshop, "threads:nested")).toEqual({
      inner: { threadId: expect.any(Number) as number, greeting: null },
      handle: "function://;threads:where",
    });
  });

  test("ACT-01 what a library remembers of one call stays with that call", async () => {
    const names = ["ana", "ben", "cora", "dov"];
    const remembered = names.map((name) => answerOf(workshop, "threads:remember", { name }));
    expect(await Promise.all(remembered)).toEqual(names);
  });

  test("ACT-01 an action logs 256 lines; the rest is left out, and that is said", async () => {
    const { logLines } = await call(workshop, "threads:talk", { lines: 300 });
    expect(logLines.slice(254)).toEqual(["[LOG] 254", "[LOG] 255", expect.stringContaining("omitted")]);
  });

  test("ACT-07 passwords are hashed as Node hashes them, each for its own call", async () => {
    const passwords = ["correct horse", "battery staple", "паролъ"];
    const hash = (password: string) => answerOf(workshop, "threads:hash", { password, cost: 1024 });
    expect(await Promise.all(passwords.map(hash))).toEqual(
      passwords.map((password) => ({
        key: scryptSync(password, "salt", 64, { cost: 1024, blockSize: 8 }).toString("hex"),
        of: password,
      })),
    );
    expect(await refusalOf(workshop, "threads:hash", { password: "a", cost: 3 })).toContain("scrypt");
  });

  test("ACT-02 what an action leaves behind harms nobody and can ask for nothing", async () => {
    const beside = call(workshop, "threads:untilNote", { author: "beside" });
    await answerOf(workshop, "threads:leaveBehind");
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(await answerOf(workshop, "notes:list", { author: "late" })).toEqual([]);
    await answerOf(workshop, "notes:add", { text: "done", author: "beside" });
    expect(await beside).toMatchObject({ ok: true });
  });
});

describe("actions that do not end", () => {
  test("ACT-03 an action that blocks its thread is stopped, and whoever comes later runs in another", async () => {
    const before = await where();
    const blocked = call(workshop, "threads:spin", { ms: 1e9 });
    const beside = refusalOf(workshop, "threads:never");
    // Begun when the thread is known not to answer: it must not wait for the one that blocks.
    await new Promise((resolve) => setTimeout(resolve, 25 * limits.lookEveryMs));
    expect((await where()).threadId).not.toBe(before.threadId);
    const outcome = await blocked;
    expect(outcome.logLines).toEqual(["[LOG] 'spinning'"]);
    expect(outcome).toMatchObject({
      ok: false,
      message: expect.stringContaining("The action was stopped: ") as string,
    });
    expect(await beside).toContain("did not let others go on");
  });

  test("FUN-04 an action that waits for what never comes is given up", async () => {
    const before = await where();
    expect(await refusalOf(workshop, "threads:never")).toContain(
      "Function execution timed out (maximum duration: 3s)",
    );
    expect((await where()).threadId).not.toBe(before.threadId);
  });

  test("ACT-04 an action that ends the process ends its thread", async () => {
    const outcome = await call(workshop, "threads:exit");
    expect(outcome).toMatchObject({ ok: false, logLines: ["[LOG] 'leaving'"] });
    await where();
  });

  test("ACT-04 an action that takes all memory takes its thread's", async () => {
    expect(await refusalOf(workshop, "threads:exhaust")).toContain("memory");
    await where();
  });
});

describe("changes under way", () => {
  test("ACT-05 an action goes on with what was deployed when it began", async () => {
    await setVariable(workshop, "GREETING", "good morning");
    const morning = answerOf(workshop, "threads:untilNote", { author: "noon" });
    const begun = await where();
    await setVariable(workshop, "GREETING", "good evening");
    const evening = await where();
    expect(evening).toMatchObject({ greeting: "good evening" });
    expect(evening.threadId).not.toBe(begun.threadId);
    await answerOf(workshop, "notes:add", { text: "it is noon", author: "noon" });
    const seen = { greeting: "good morning" };
    expect(await morning).toMatchObject({ before: seen, after: seen, ...seen });
  });

  test("ACT-05 a module that cannot be loaded fails the action, until it can", async () => {
    await setVariable(workshop, "TORN", "yes");
    expect(await refusalOf(workshop, "threads:where")).toContain("this module is torn");
    await setVariable(workshop, "TORN", "");
    await where();
  });
});

describe("requests and answers between the threads", () => {
  test("SITE-08 a body comes back as it went, however long", async () => {
    for (const size of [0, 1, 60_000, 3_000_000]) {
      const body = Buffer.alloc(size, "abcdefg");
      const answer = await fetch(`${workshop.siteUrl}/mirror`, { method: "POST", body });
      expect(Buffer.from(await answer.arrayBuffer()).equals(body)).toBe(true);
    }
  });

  test("SITE-08 an answer is written while it is read, may ask meanwhile, and ends when nobody reads", async () => {
    const answer = await fetch(`${workshop.siteUrl}/count`);
    const reader = answer.body?.getReader();
    let read = "";
    while (!read.includes("3\n")) read += new TextDecoder().decode((await reader?.read())?.value);
    await reader?.cancel();
    let turnedAway = "0";
    await eventually("the answer is told", () => {
      void fetch(`${workshop.siteUrl}/turned-away`).then(async (told) => (turnedAway = await told.text()));
      return turnedAway === "1";
    });
    const kept = (await answerOf(workshop, "notes:list", { author: "counting" })) as string[];
    expect(kept.slice(0, 3)).toEqual(["1", "2", "3"]);
  });

  test("SITE-08 an answer that breaks off is not taken for a whole one", async () => {
    const answer = await fetch(`${workshop.siteUrl}/torn`);
    await expect(answer.text()).rejects.toThrow();
  });
});

test("ACT-06 a deployment that stops ends its actions and says so", async () => {
  const never = refusalOf(workshop, "threads:never");
  await where();
  await workshop.close();
  expect(await never).toContain("The deployment is stopping.");
});
