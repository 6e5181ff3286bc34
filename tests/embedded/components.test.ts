import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Deployment } from "#embedded/deployment.ts";
import { answerOf, openWorkshop, refusalOf } from "./support/workshop.ts";

let workshop: Deployment;
beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(async () => await workshop.close());

describe("components", () => {
  test("a component counts in its own tables and writes into the component that it uses itself", async () => {
    expect(await answerOf(workshop, "calls:count", { name: "first" })).toBe(1);
    expect(await answerOf(workshop, "calls:count", { name: "first" })).toBe(2);
    expect(await answerOf(workshop, "calls:counted", { name: "first" })).toEqual({
      value: 2,
      journal: ["first: 1", "first: 2"],
      unit: "piece",
    });
  });

  test("another instance of the same component has tables of its own", async () => {
    const admin = { identity: { kind: "admin" }, allowInternal: true, namespace: "diary" } as const;
    expect(await answerOf(workshop, "lines:read", {}, admin)).toEqual([]);
  });

  test("FUN-02 nobody outside calls a component's functions, though they are public to the app", async () => {
    const stranger = { namespace: "diary" } as const;
    expect(await refusalOf(workshop, "lines:read", {}, stranger)).toMatch(/Could not find public function/);
  });

  test("MUT-07 a component that throws takes back its own writes, nested ones included, and only those", async () => {
    await answerOf(workshop, "calls:count", { name: "limited" });
    expect(await answerOf(workshop, "calls:countOrNote", { name: "limited", limit: 1 })).toEqual({
      refused: { code: "too_many", limit: 1 },
    });
    const counted = (await answerOf(workshop, "calls:counted", { name: "limited" })) as Record<
      string,
      unknown
    >;
    expect(counted.value).toBe(1);
    expect(counted.journal).toContain("limited: 1");
    expect(counted.journal).not.toContain("limited: 2");
    expect(await answerOf(workshop, "notes:list", { author: "limited" })).toEqual(["before", "after"]);
  });

  test("MUT-07 what the caller writes while a nested mutation fails stays", async () => {
    expect(await answerOf(workshop, "calls:writeBeside", { author: "beside" })).toBe("rejected");
    expect(await answerOf(workshop, "notes:list", { author: "beside" })).toEqual(["beside"]);
    expect(await answerOf(workshop, "notes:list", { author: "refused" })).toEqual([]);
  });

  test("a component calls the app back by a handle", async () => {
    expect(await answerOf(workshop, "calls:withCallback", { name: "bell" })).toMatch(/^function:\/\//);
    expect(await answerOf(workshop, "notes:list", { author: "callback" })).toEqual(["bell called back"]);
  });

  test("a component sees neither the caller nor the app's variables", async () => {
    const attributes = { tokenIdentifier: "i|s", subject: "s", issuer: "i" };
    const surroundings = await answerOf(
      workshop,
      "calls:surroundings",
      {},
      { identity: { kind: "user", attributes } },
    );
    expect(surroundings).toEqual({
      own: attributes,
      component: { identity: null, variables: ["CONVEX_CLOUD_URL", "CONVEX_SITE_URL", "TALLY_UNIT"] },
    });
  });

  test("FUN-02 internal functions of a component are not there for its parent", async () => {
    expect(await refusalOf(workshop, "calls:callHidden")).toContain("Could not find function");
  });
});

describe("HTTP actions", () => {
  const get = (path: string) => fetch(`${workshop.siteUrl}${path}`);

  test("SITE-01 a route answers with its status, body and both cookies", async () => {
    const body = JSON.stringify({ text: "posted", author: "http" });
    const response = await fetch(`${workshop.siteUrl}/notes`, { method: "POST", body });
    expect(response.status).toBe(201);
    expect(response.headers.getSetCookie()).toEqual(["a=1; Path=/", "b=2; Path=/"]);
    expect(await answerOf(workshop, "notes:list", { author: "http" })).toEqual(["posted"]);
  });

  test("SITE-01 a prefix serves all below it; a path or method without a route is 404", async () => {
    expect(await (await get("/echo/a/b")).text()).toBe("/echo/a/b for nobody");
    expect((await get("/nothing")).status).toBe(404);
    expect((await get("/notes")).status).toBe(404);
  });

  test("a component's routes hang under the prefix that the app gave it", async () => {
    const response = await get("/diary/lines");
    expect([response.status, await response.json()]).toEqual([200, []]);
  });

  test("a route that throws is 500", async () => {
    expect((await get("/broken")).status).toBe(500);
  });
});
