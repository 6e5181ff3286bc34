import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Deployment } from "#embedded/deployment.ts";
import { TimeLimit } from "#embedded/functions/timeLimit.ts";
import { answerOf, call, openWorkshop, refusalOf } from "./support/workshop.ts";

let workshop: Deployment;
beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(async () => await workshop.close());

describe("arguments and results", () => {
  test("FUN-01 an argument of another type is refused with its path, its value and the validator", async () => {
    const message = await refusalOf(workshop, "notes:add", { text: 5, author: "a" });
    expect(message).toContain("ArgumentValidationError: Value does not match validator.");
    expect(message).toContain("Path: .text");
    expect(message).toContain("Value: 5.0");
    expect(message).toContain("Validator: v.string()");
  });

  test("FUN-01 a missing or an unknown argument is refused", async () => {
    expect(await refusalOf(workshop, "notes:add", { text: "a" })).toContain(
      "missing the required field `author`",
    );
    expect(await refusalOf(workshop, "notes:list", { author: "a", more: 1 })).toContain("extra field `more`");
  });

  test("FUN-01 an id of another table is refused", async () => {
    const errand = await answerOf(workshop, "later:after", { ms: 1e9, name: "never" });
    expect(await refusalOf(workshop, "notes:get", { id: errand })).toContain("ArgumentValidationError");
  });

  test("FUN-01 a result that breaks the promise is not delivered", async () => {
    expect(await refusalOf(workshop, "notes:promise")).toContain("ReturnsValidationError");
  });

  test("a document that does not fit the schema is refused, and the table named", async () => {
    expect(await refusalOf(workshop, "notes:addMisfit")).toContain(
      'Failed to insert or update a document in table "notes" because it does not match the schema',
    );
  });

  test("patching a field to undefined removes it", async () => {
    const id = await answerOf(workshop, "notes:add", { text: "long", author: "patch", pages: 12 });
    expect(await answerOf(workshop, "notes:change", { id, text: "short" })).toEqual({
      _id: id,
      _creationTime: expect.any(Number) as number,
      author: "patch",
      text: "short",
    });
  });
});

describe("errors", () => {
  test("an error names its kind and the line that its author wrote", async () => {
    const message = await refusalOf(workshop, "notes:fail");
    expect(message).toMatch(
      /^\[Request ID: [0-9a-f]{16}\] Server Error\nUncaught TypeError: the note is torn\n/,
    );
    expect(message).toMatch(/at handler \(.*convex\/notes\.ts:\d+:\d+\)/);
    expect(message).not.toContain("node_modules");
  });

  test("MUT-06 a ConvexError delivers its data, and the mutation has changed nothing", async () => {
    const outcome = await call(workshop, "notes:refuse", { text: "never kept" });
    expect(outcome).toMatchObject({ ok: false, data: { code: "refused", text: "never kept" } });
    expect(await answerOf(workshop, "notes:list", { author: "refused" })).toEqual([]);
  });

  test("FUN-02 internal functions and missing ones are answered alike, except to an admin", async () => {
    const nameless = (message: string) => message.replace(/Request ID: \w+/, "").replace(/'notes:\w+'/, "");
    const hidden = await refusalOf(workshop, "notes:secret");
    expect(hidden).toContain("Could not find public function for 'notes:secret'");
    expect(nameless(hidden)).toBe(nameless(await refusalOf(workshop, "notes:missing")));
    const admin = { identity: { kind: "admin" }, allowInternal: true } as const;
    expect(await answerOf(workshop, "notes:secret", {}, admin)).toBe("for the deployment only");
    expect(await refusalOf(workshop, "notes:missing", {}, admin)).toContain("Could not find function");
  });

  test("a query cannot be called as a mutation", async () => {
    const outcome = await workshop.runtime.mutation({
      namespace: "",
      path: "notes:list",
      args: "{}",
      identity: { kind: "anonymous" },
      allowInternal: false,
    });
    expect(outcome).toMatchObject({
      ok: false,
      message: expect.stringContaining("as Mutation, but it is defined as Query") as string,
    });
  });
});

describe("the world of queries and mutations", () => {
  test("FUN-03 the clock stands still while a mutation works", async () => {
    const { before, after } = (await answerOf(workshop, "globals:clock")) as Record<string, unknown>;
    expect(after).toEqual(before);
  });

  test.each([
    ["fetch", "Can't use fetch() in queries and mutations."],
    ["timer", "Can't use setTimeout in queries and mutations."],
    ["key", "crypto.subtle.generateKey is not supported in queries and mutations"],
  ])("FUN-03 a query that wants %s is refused", async (what, sentence) => {
    expect(await refusalOf(workshop, "globals:tryForbidden", { what })).toContain(sentence);
  });

  test("FUN-03 in an action time passes, and keys can be made", async () => {
    const outcome = await call(workshop, "globals:inAction");
    expect(outcome).toMatchObject({ value: { waited: true, key: "secret" } });
    expect(outcome.logLines).toEqual(["[WARN] 'time passes' { waited: true }"]);
  });

  test("chance is drawn anew for every run", async () => {
    const draws = await Promise.all([1, 2, 3].map(() => answerOf(workshop, "globals:chance")));
    expect(new Set(draws.map((draw) => JSON.stringify(draw))).size).toBe(3);
  });

  test("outside functions the globals are Node's own", async () => {
    await answerOf(workshop, "globals:clock");
    const before = Date.now();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(Date.now()).toBeGreaterThan(before);
    expect(new Date()).toBeInstanceOf(Date);
    expect(process.env.PATH).toBeTruthy();
  });

  test("functions see nothing of the server's environment", async () => {
    expect(await answerOf(workshop, "globals:environment")).toEqual({
      atLoad: null,
      now: null,
      site: workshop.siteUrl,
      path: null,
    });
  });
});

describe("limits", () => {
  test("FUN-04 work that never ends is given up, and work that ends is not", async () => {
    const limit = new TimeLimit(30);
    const endless = limit.within(new Promise(() => undefined));
    expect(await limit.within(Promise.resolve("done"))).toBe("done");
    await expect(endless).rejects.toThrow("Function execution timed out (maximum duration: 0.03s)");
  });

  test("FUN-06 while a query works for long, whoever waits goes first, again and again", async () => {
    const questions = 20_000;
    await answerOf(workshop, "globals:busy", { questions: 1 });
    let turns = 0;
    let next = setImmediate(function turn() {
      turns++;
      next = setImmediate(turn);
    });
    expect(await answerOf(workshop, "globals:busy", { questions })).toBe(questions);
    clearImmediate(next);
    expect(turns).toBeGreaterThan(1);
  });

  test("MUT-08 a mutation schedules a thousand functions and not one more", async () => {
    await answerOf(workshop, "later:many", { count: 1000 });
    expect(await refusalOf(workshop, "later:many", { count: 1001 })).toContain(
      "Too many functions scheduled",
    );
  });

  test("a call logs 256 lines; the rest is left out, and that is said", async () => {
    const { logLines } = await call(workshop, "globals:talk", { lines: 300 });
    expect(logLines.slice(254)).toEqual(["[LOG] 254", "[LOG] 255", expect.stringContaining("omitted")]);
  });
});

describe("pages", () => {
  test("SYNC-10 a page read again with its journal ends where it ended, whatever was added", async () => {
    for (const text of ["a", "b", "c", "d"]) await answerOf(workshop, "notes:add", { text, author: "pages" });
    const query = {
      namespace: "",
      path: "notes:page",
      args: JSON.stringify({ paginationOpts: { numItems: 2, cursor: null } }),
      identity: { kind: "anonymous" },
      allowInternal: false,
    } as const;
    const first = await workshop.runtime.query(query);
    const again = await workshop.runtime.query({ ...query, journal: first.journal });
    expect(first.journal).not.toBeNull();
    expect(again).toMatchObject({ ok: true, value: first.ok ? first.value : "", journal: first.journal });
  });

  test("a function has one paginated query", async () => {
    expect(await refusalOf(workshop, "notes:twoPages")).toContain("ran multiple paginated queries");
  });
});

describe("actions", () => {
  test("FUN-05 each call out of an action is a transaction of its own", async () => {
    expect(await answerOf(workshop, "calls:fromAction", { author: "action" })).toEqual(["one", "two"]);
    expect(await answerOf(workshop, "notes:list", { author: "refused" })).toEqual([]);
  });

  test("a module for Node has Node's own modules, and timers while it loads", async () => {
    expect(await answerOf(workshop, "outdoors:digest", { text: "x" })).toEqual({
      warmedUp: true,
      digest: "2d711642",
    });
  });

  test("vector search answers the nearest first, among those that pass the filter", async () => {
    const add = (text: string, author: string, direction: number[]) =>
      answerOf(workshop, "notes:add", { text, author, direction });
    const [near, nearest] = [await add("near", "v", [3, 1, 0]), await add("nearest", "v", [2, 0, 0])];
    await add("far", "v", [0, 1, 0]);
    await add("other", "w", [1, 0, 0]);
    const found = (await answerOf(workshop, "calls:searchByDirection", { author: "v" })) as { _id: string }[];
    expect(found.map(({ _id }) => _id)).toEqual([nearest, near]);
  });

  test("files are kept, read and removed", async () => {
    const id = await answerOf(workshop, "files:keep", { text: "kept words" });
    expect(await answerOf(workshop, "files:read", { id })).toBe("kept words");
    const about = (await answerOf(workshop, "files:about", { id })) as { url: string; row: object };
    expect(about.row).toMatchObject({ _id: id, size: 10, contentType: "text/plain" });
    expect(await (await fetch(about.url)).text()).toBe("kept words");
    await answerOf(workshop, "files:remove", { id });
    expect(await answerOf(workshop, "files:about", { id })).toEqual({ url: null, row: null });
    expect(await refusalOf(workshop, "files:remove", { id })).toContain("not found");
  });
});
