import { beforeEach, describe, expect, test, vi } from "vitest";
import { authRoutes, codeOf, cookiesAfter, EMAIL, PASSWORD } from "#tests/support/authRoutes.ts";
import { openConvexTest } from "#tests/support/convexTestBackend.ts";

/** T18: how many tries an attacker has for each kind of guessing; the nightly run asks for 2,000 each. */
const TRIES = Number(process.env.ABUSE_TRIES ?? 100);
/** How often known and unknown addresses are timed against each other; 0 only counts. */
const TIMINGS = Number(process.env.ABUSE_TIMINGS ?? 2);
const isNightly = process.env.ABUSE_TRIES !== undefined;
const patience = { timeout: isNightly ? 1_200_000 : 120_000 };

let t: ReturnType<typeof openConvexTest>;
let routes: ReturnType<typeof authRoutes>;
let tried = 0;
beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  t = openConvexTest();
  routes = authRoutes(t);
});

/** A machine with many addresses: each try from another one, as far as they go. */
const from = () => ({ "x-forwarded-for": `198.51.${tried % 200}.${(tried++ >> 3) % 250}` });

/** How many answers had each status. */
async function counted(
  tries: number,
  one: (n: number) => Promise<Response>,
): Promise<Record<number, number>> {
  const counts: Record<number, number> = {};
  for (let n = 0; n < tries; n++) {
    const { status } = await one(n);
    counts[status] = (counts[status] ?? 0) + 1;
  }
  return counts;
}

describe("whoever guesses", patience, () => {
  test("one account's password is heard ten times, from however many addresses", async () => {
    await routes.signUp();
    const guess = (n: number) => routes.signIn(`guess number ${n}`, EMAIL, from());
    expect(await counted(TRIES, guess)).toEqual({ 401: 10, 429: TRIES - 10 });
    expect((await routes.signIn(PASSWORD, EMAIL, from())).status).toBe(429);
  });

  // Each try costs a real hash, and two hundred of them are allowed: only by night.
  test.runIf(isNightly)(
    "one password for many accounts is heard from one address as often as a school signs in",
    async () => {
      const spray = (n: number) => routes.signIn("Winter2026!!", `person-${n}@example.test`);
      expect(await counted(TRIES, spray)).toEqual({ 401: 200, 429: TRIES - 200 });
    },
  );

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
    for (let n = 0; n < Math.min(TRIES, 40); n++) {
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
    expect(await counted(Math.min(TRIES, 30), guess)).toMatchObject({ 429: Math.min(TRIES, 30) - 10 });
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

  test("learns little from how long an answer takes (reported; gated by night)", async () => {
    const known: number[] = [];
    const unknown: number[] = [];
    for (let n = 0; n < TIMINGS; n++) await routes.signUp(`known-${n}@example.test`);
    for (let n = 0; n < TIMINGS * 6; n++) {
      const email = `known-${n % TIMINGS}@example.test`;
      for (const [times, address] of [
        [known, email],
        [unknown, `un${email}`],
      ] as const) {
        const start = performance.now();
        await routes.signIn("not the password", address, from());
        times.push(performance.now() - start);
      }
    }
    const ratio = median(known) / median(unknown);
    console.log(
      `T18: known against unknown address, medians ${median(known).toFixed(1)} and ${median(unknown).toFixed(1)} ms, ratio ${ratio.toFixed(3)}`,
    );
    if (process.env.ABUSE_TIMINGS) expect(Math.abs(ratio - 1)).toBeLessThan(0.05);
  });
});

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
