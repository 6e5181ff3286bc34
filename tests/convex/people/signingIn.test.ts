import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { api, components } from "#convex/_generated/api.js";
import { openConvexTest } from "#tests/support/convexTestBackend.ts";

const ORIGIN = "http://localhost:4400";
const PASSWORD = "correct horse battery";

type Deployment = ReturnType<typeof openConvexTest>;
let t: Deployment;
beforeEach(() => {
  t = openConvexTest();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return t.fetch(`/api/auth${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: ORIGIN, ...headers },
    body: JSON.stringify(body),
  });
}

const signUp = (email = "ada@example.test", password = PASSWORD) =>
  post("/sign-up/email", { name: "Ada Example", email, password });
const signIn = (password = PASSWORD, email = "ada@example.test") =>
  post("/sign-in/email", { email, password });

const cookieOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");

async function claimsOf(cookie: string): Promise<Record<string, unknown>> {
  const answer = await t.fetch("/api/auth/convex/token", { headers: { cookie, origin: ORIGIN } });
  const { token } = (await answer.json()) as { token: string };
  return JSON.parse(atob((token.split(".")[1] ?? "").replaceAll("-", "+").replaceAll("_", "/")));
}

const asOf = async (cookie: string) => {
  const { sub, sessionId } = await claimsOf(cookie);
  return t.withIdentity({ subject: String(sub), sessionId: String(sessionId) });
};

describe("signing up", () => {
  test("stops after a hundred accounts from one address, and goes on from another", async () => {
    const from = (address: string, n: number) => {
      const body = { name: "Ada", email: `ada-${n}@example.test`, password: "short" };
      return post("/sign-up/email", body, { "x-forwarded-for": address });
    };
    vi.useFakeTimers({ toFake: ["Date"] });
    for (let n = 0; n < 100; n++) expect((await from("203.0.113.7", n)).status).toBe(400);
    expect((await from("203.0.113.7", 100)).status).toBe(429);
    expect((await from("203.0.113.8", 101)).status).toBe(400);
    expect((await from("203.0.113.7, 127.0.0.1", 102)).status).toBe(429);
  });

  test("makes the person in the same step as the first session", async () => {
    const ada = await asOf(cookieOf(await signUp()));
    expect((await ada.query(api.people.me.get, {}))?.person).toMatchObject({
      name: "Ada Example",
      email: "ada@example.test",
    });
  });

  test("refuses a password of eleven letters", async () => {
    expect((await signUp("ada@example.test", "elevenchars")).status).toBe(400);
  });

  test("refuses a page of another origin", async () => {
    const answer = await post(
      "/sign-up/email",
      { name: "Ada", email: "ada@example.test", password: PASSWORD },
      { origin: "https://elsewhere.test", cookie: "some=cookie" },
    );
    expect(answer.status).toBe(403);
  });
});

describe("the identity token", () => {
  test("carries ids, and nothing about the person", async () => {
    const claims = await claimsOf(cookieOf(await signUp()));
    expect(Object.keys(claims).sort()).toEqual(["aud", "exp", "iat", "iss", "sessionId", "sub"]);
  });

  test("means nothing once its session is revoked, though it has not expired", async () => {
    const cookie = cookieOf(await signUp());
    const ada = await asOf(cookie);
    expect(await ada.query(api.people.me.get, {})).not.toBeNull();
    await post("/sign-out", {}, { cookie });
    expect(await ada.query(api.people.me.get, {})).toBeNull();
  });

  test("means nothing when its session belongs to somebody else", async () => {
    const ada = await claimsOf(cookieOf(await signUp()));
    const eve = await claimsOf(cookieOf(await signUp("eve@example.test")));
    const mixed = t.withIdentity({ subject: String(ada.sub), sessionId: String(eve.sessionId) });
    expect(await mixed.query(api.people.me.get, {})).toBeNull();
  });
});

describe("signing in", () => {
  test("works with the right password and not with another", async () => {
    await signUp();
    expect((await signIn("not the password")).status).toBe(401);
    expect((await signIn()).status).toBe(200);
  });

  test("stops after ten wrong passwords for one account, even with the right one", async () => {
    await signUp();
    for (let tries = 0; tries < 10; tries++) expect((await signIn("not the password")).status).toBe(401);
    expect((await signIn()).status).toBe(429);
  });

  test("answers alike for an account that does not exist", async () => {
    await signUp();
    const known = await signIn("not the password");
    const unknown = await signIn("not the password", "nobody@example.test");
    expect([unknown.status, await unknown.text()]).toEqual([known.status, await known.text()]);
  });

  test("forgets wrong passwords after a right one", async () => {
    await signUp();
    for (let round = 0; round < 3; round++) {
      for (let tries = 0; tries < 5; tries++) await signIn("not the password");
      expect((await signIn()).status).toBe(200);
    }
  });
});

describe("a forgotten password", () => {
  const request = (email: string) => post("/request-password-reset", { email });
  const mails = () => t.run(async (ctx) => await ctx.db.query("outbox").take(10));

  test("is replaced through the link in the outbox, which ends every session", async () => {
    const ada = await asOf(cookieOf(await signUp()));
    await request("ada@example.test");
    const [mail] = await mails();
    const token = new URL(mail?.url ?? "").searchParams.get("token");
    const answer = await post("/reset-password", { token, newPassword: "another long passphrase" });
    expect(answer.status).toBe(200);
    expect((await signIn()).status).toBe(401);
    expect((await signIn("another long passphrase")).status).toBe(200);
    expect(await ada.query(api.people.me.get, {})).toBeNull();
  });

  test("answers alike for an unknown address, and sends it nothing", async () => {
    await signUp();
    const known = await request("ada@example.test");
    const unknown = await request("nobody@example.test");
    expect([unknown.status, await unknown.text()]).toEqual([known.status, await known.text()]);
    expect((await mails()).map((mail) => mail.to)).toEqual(["ada@example.test"]);
  });

  test("can be asked for three times an hour", async () => {
    await signUp();
    for (let tries = 0; tries < 3; tries++) expect((await request("ada@example.test")).status).toBe(200);
    expect((await request("ada@example.test")).status).toBe(429);
  });
});

test.each(["", "too short"])("nobody signs up on a deployment whose secret is %j", async (secret) => {
  vi.stubEnv("BETTER_AUTH_SECRET", secret);
  await expect(signUp()).rejects.toThrow("Set BETTER_AUTH_SECRET");
});

test("passwords are kept as hashes", async () => {
  await signUp();
  const account = await t.run(
    async (ctx) =>
      await ctx.runQuery(components.betterAuth.adapter.findOne, {
        model: "account",
        where: [{ field: "accountId", operator: "ne", value: "" }],
      }),
  );
  expect(JSON.stringify(account)).not.toContain(PASSWORD);
});
