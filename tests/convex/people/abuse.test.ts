import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { internal } from "#convex/_generated/api.js";
import { limits } from "#convex/access/limits.ts";
import { authRoutes, codeOf, cookiesAfter, EMAIL, PASSWORD } from "#tests/support/authRoutes.ts";
import { openConvexTest } from "#tests/support/convexTestBackend.ts";
import { pairedRatio } from "#tests/support/pairedRatio.ts";

/** T18: how many tries an attacker has for each kind of guessing; the nightly run asks for 10,000 each. */
const TRIES = Number(process.env.ABUSE_TRIES ?? 100);
/** How often a known and an unknown address are timed against each other at most; the nightly run judges by it. */
const TIMINGS = Number(process.env.ABUSE_TIMINGS ?? 2);
const isNightly = process.env.ABUSE_TRIES !== undefined;
const patience = { timeout: isNightly ? 3_600_000 : 120_000 };

const QUARTER_MS = 15 * 60_000;
const SCHOOL = "203.0.113.7";

let t: ReturnType<typeof openConvexTest>;
let routes: ReturnType<typeof authRoutes>;
let tried = 0;
beforeEach(() => {
  // The clock stands still: however long the tries take, none is given back meanwhile.
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-09-15T15:00:00Z") });
  vi.spyOn(console, "error").mockImplementation(() => {});
  t = openConvexTest();
  routes = authRoutes(t);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** A machine with many addresses: each try from another one, as far as they go. */
const from = () => ({ "x-forwarded-for": `198.51.100.${tried++ % 250}` });
const at = (address: string, cookie = "") => ({ "x-forwarded-for": address, cookie });
const later = (ms: number) => vi.setSystemTime(Date.now() + ms);

type Counts = Record<number, number>;
const add = (counts: Counts, { status }: Response) => {
  counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};

/** How many answers had each status, when one try follows the other. */
async function counted(tries: number, one: (n: number) => Promise<Response>): Promise<Counts> {
  const counts: Counts = {};
  for (let n = 0; n < tries; n++) add(counts, await one(n));
  return counts;
}

/** The same, when all come at one moment. */
const atOnce = async (tries: Promise<Response>[]): Promise<Counts> =>
  (await Promise.all(tries)).reduce(add, {});

describe("whoever guesses", patience, () => {
  test("one account's password is heard ten times, from however many addresses", async () => {
    await routes.signUp();
    const guess = (n: number) => routes.signIn(`guess number ${n}`, EMAIL, from());
    expect(await counted(TRIES, guess)).toEqual({ 401: 10, 429: TRIES - 10 });
    expect((await routes.signIn(PASSWORD, EMAIL, from())).status).toBe(429);
  });

  test("at one moment learns no more: ten answers, and a right one behind them is refused like the rest", async () => {
    await routes.signUp();
    const guesses = Array.from({ length: 12 }, (_, n) => routes.signIn(`guess number ${n}`, EMAIL, from()));
    const right = routes.signIn(PASSWORD, EMAIL, from());
    expect(await atOnce([...guesses, right])).toEqual({ 401: 10, 429: 3 });
  });

  // Each try costs a real hash, and two hundred of them are allowed: only by night.
  test.runIf(isNightly)("one password for many accounts is heard two hundred times", async () => {
    const spray = (n: number) => {
      // So many an hour give none of those who flood away.
      if (n % 900 === 899) later(1);
      return routes.signIn("Winter2026!!", `person-${n}@example.test`, at(SCHOOL));
    };
    expect(await counted(TRIES, spray)).toEqual({ 401: 200, 429: TRIES - 200 });
  });

  test("many addresses for a reset is heard fifty times from one address", async () => {
    const spray = (n: number) =>
      routes.post("/request-password-reset", { email: `person-${n}@example.test` });
    expect(await counted(TRIES, spray)).toEqual({ 200: 50, 429: TRIES - 50 });
  });

  test("codes is heard ten times, of either kind, in however many sign-ins", async () => {
    const { secret } = await routes.turnOnCodes(cookiesAfter(await routes.signUp()));
    const challenge = async () => ({ cookie: cookiesAfter(await routes.signIn(PASSWORD, EMAIL, from())) });
    let heard = 0;
    let refused = 0;
    let headers = await challenge();
    for (let n = 0; n < TRIES; n++) {
      // Five wrong codes use a challenge up, so a patient attacker begins again.
      if (n % 5 === 4 && refused === 0) headers = await challenge();
      const path = n % 2 ? "/two-factor/verify-totp" : "/two-factor/verify-backup-code";
      const code = n % 2 ? String(n).padStart(6, "0") : `guess-${String(n).padStart(5, "0")}`;
      const { status } = await routes.post(path, { code }, { ...headers, ...from() });
      if (status === 429) refused++;
      else heard++;
      expect([400, 401, 429]).toContain(status);
    }
    expect(heard).toBe(10);
    const right = { code: await codeOf(secret) };
    expect((await routes.post("/two-factor/verify-totp", right, headers)).status).toBe(429);
  });

  test("a password inside a stolen session is heard ten times", async () => {
    const cookie = cookiesAfter(await routes.signUp());
    const paths = ["/change-password", "/two-factor/enable", "/unlock"];
    const guess = (n: number) =>
      routes.post(
        paths[n % 3] ?? "",
        { password: `guess ${n}`, currentPassword: `guess ${n}`, newPassword: "plum orchard lantern nine" },
        { cookie, ...from() },
      );
    expect(await counted(TRIES, guess)).toMatchObject({ 429: TRIES - 10 });
  });
});

describe("whoever knows the password", patience, () => {
  test("is let in on as many screens as there are, at one moment, from one address", async () => {
    await routes.signUp();
    const screens = isNightly ? 300 : 12;
    const signIns = Array.from({ length: screens }, () => routes.signIn(PASSWORD, EMAIL, at(SCHOOL)));
    expect(await atOnce(signIns)).toEqual({ 200: screens });
  });

  test("is not shut out of a browser of theirs by somebody who guesses elsewhere", async () => {
    const home = cookiesAfter(await routes.signUp());
    const known = home.split("; ").filter((pair) => pair.includes("known_browser"))[0] ?? "";
    expect(await counted(11, (n) => routes.signIn(`guess ${n}`, EMAIL, from()))).toEqual({ 401: 10, 429: 1 });
    expect((await routes.signIn(PASSWORD, EMAIL, at(SCHOOL, known))).status).toBe(200);
    // Nor does the browser of another account open this one, nor this one more than ten guesses.
    const ben = cookiesAfter(await routes.signUp("ben@example.test"));
    expect((await routes.signIn(PASSWORD, EMAIL, at(SCHOOL, ben))).status).toBe(429);
    const there = (n: number) => routes.signIn(`guess ${n}`, EMAIL, at(SCHOOL, known));
    expect(await counted(11, there)).toEqual({ 401: 10, 429: 1 });
  });

  test("is not shut out of a browser of theirs by a machine that guesses in their school", async () => {
    const known = cookiesAfter(await routes.signUp());
    await t.run((ctx) => limits.limit(ctx, "spraying", { key: SCHOOL, count: 200 }));
    expect((await routes.signIn(PASSWORD, EMAIL, at(SCHOOL))).status).toBe(429);
    expect((await routes.signIn(PASSWORD, EMAIL, at(SCHOOL, known))).status).toBe(200);
    expect((await routes.signIn(PASSWORD, EMAIL, from())).status).toBe(200);
  });

  test("is heard by a clock that was set back, although others were heard before it was", async () => {
    await routes.signUp();
    later(QUARTER_MS);
    expect((await routes.signIn("not the password", EMAIL, at(SCHOOL))).status).toBe(401);
    later(-QUARTER_MS);
    expect((await routes.signIn(PASSWORD, EMAIL, at(SCHOOL))).status).toBe(200);
  });

  test("comes to a school that was never without somebody at the door, and is heard", async () => {
    const rule = { address: SCHOOL, max: 3, windowMs: 30_000 };
    for (let n = 0; n < 12; n++) {
      expect(await t.mutation(internal.access.limits.takeFrom, rule)).toMatchObject({ ok: true });
      later(10_000);
    }
    for (let n = 0; n < 3; n++) await t.mutation(internal.access.limits.takeFrom, rule);
    expect(await t.mutation(internal.access.limits.takeFrom, rule)).toMatchObject({ ok: false });
  });
});

describe("whoever asks for resets or accounts", patience, () => {
  test("fills nobody's mailbox: three mails an hour for one address", async () => {
    await routes.signUp();
    const ask = () => routes.post("/request-password-reset", { email: EMAIL }, from());
    expect(await counted(TRIES, ask)).toEqual({ 200: 3, 429: TRIES - 3 });
    const mails = await t.run(async (ctx) => await ctx.db.query("outbox").take(50));
    expect(mails).toHaveLength(3);
  });

  test("learns from no answer which addresses have accounts", async () => {
    await routes.signUp();
    const answerOf = async (answer: Response) => [answer.status, await answer.text()];
    for (const ask of [
      (email: string) => routes.signIn("not the password", email, from()),
      (email: string) => routes.post("/request-password-reset", { email }, from()),
    ]) {
      expect(await answerOf(await ask(EMAIL))).toEqual(await answerOf(await ask("nobody@example.test")));
    }
  });

  test("learns nothing from how long an answer takes (reported; judged by night)", async () => {
    await routes.signUp();
    const ask = (email: string) => async () => {
      // Nobody has tried anything for a while, so that each try is heard.
      later(QUARTER_MS);
      await routes.signIn("not the password", email, from());
    };
    const pairs = { most: TIMINGS, within: 0.05 };
    const told = await pairedRatio(ask(EMAIL), ask("nobody@example.test"), pairs);
    const [low, high] = told.between.map((ratio) => ratio.toFixed(3));
    console.log(
      `T18: known against unknown: ${told.ratio.toFixed(3)} (${low} to ${high}, ${told.pairs} pairs)`,
    );
    if (process.env.ABUSE_TIMINGS) expect(told.verdict).toBe("within");
  });
});
