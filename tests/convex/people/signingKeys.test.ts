import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { components, internal } from "#convex/_generated/api.js";
import { authRoutes, cookiesAfter, ORIGIN } from "#tests/support/authRoutes.ts";
import { openConvexTest } from "#tests/support/convexTestBackend.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

let t: ReturnType<typeof openConvexTest>;
let routes: ReturnType<typeof authRoutes>;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-09-15T15:00:00Z") });
  vi.spyOn(console, "error").mockImplementation(() => {});
  t = openConvexTest();
  routes = authRoutes(t);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const later = (ms: number) => vi.setSystemTime(Date.now() + ms);
const keepFresh = () => t.mutation(internal.people.signingKeys.keepFresh, {});

/** Which key has signed a token that is issued now. */
async function keyOfToken(cookie: string): Promise<string> {
  const answer = await t.fetch("/api/auth/convex/token", { headers: { cookie, origin: ORIGIN } });
  const { token } = (await answer.json()) as { token: string };
  return JSON.parse(atob((token.split(".")[0] ?? "").replaceAll("-", "+").replaceAll("_", "/"))).kid;
}

/** The keys by which anybody can check tokens. */
async function published(): Promise<string[]> {
  const answer = await t.fetch("/api/auth/convex/jwks");
  const { keys } = (await answer.json()) as { keys: { kid: string }[] };
  return keys.map(({ kid }) => kid);
}

/** The keys that lie in the component. */
const keptKeys = () =>
  t.run(async (ctx) => {
    const paginationOpts = { numItems: 100, cursor: null };
    const all = { model: "jwks" as const, paginationOpts };
    return (await ctx.runQuery(components.betterAuth.adapter.findMany, all)).page as Row[];
  });
type Row = { _id: string; expiresAt?: number };
const keysThatSign = async () =>
  (await keptKeys()).filter(({ expiresAt }) => expiresAt === undefined).map(({ _id }) => _id);

test("those who ask first, at the same moment, are all given one key", async () => {
  const first = await Promise.all([published(), published(), published()]);
  expect(new Set(first.flat()).size).toBe(1);
  expect(await keptKeys()).toHaveLength(1);
});

describe("a key that is retired", () => {
  test("signs nothing more, and is published while a token of it can be alive", async () => {
    const cookie = cookiesAfter(await routes.signUp());
    const before = await keyOfToken(cookie);
    await t.mutation(internal.people.signingKeys.rotate, {});
    later(1000);
    const after = await keyOfToken(cookie);
    expect(after).not.toBe(before);
    expect(await keyOfToken(cookie)).toBe(after);
    later(60 * MINUTE_MS);
    await keepFresh();
    expect((await published()).sort()).toEqual([before, after].sort());
    later(DAY_MS);
    await keepFresh();
    expect(await published()).toEqual([after]);
  });

  test("has signed for ninety days", async () => {
    const [key] = await published();
    later(89 * DAY_MS);
    await keepFresh();
    expect(await keysThatSign()).toEqual([key]);
    later(DAY_MS);
    await keepFresh();
    expect(await keysThatSign()).toEqual([]);
  });
});
