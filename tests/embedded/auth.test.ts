import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  connect,
  eventually,
  type LedgerDeployment,
  ledger,
  openLedger,
  overHttp,
} from "./support/ledger.ts";
import { isTransition, modificationsOf, RawSession } from "./support/rawSession.ts";
import { TokenIssuer } from "./support/tokens.ts";

let deployment: LedgerDeployment;
beforeAll(async () => {
  deployment = await openLedger();
});
afterAll(() => deployment.close());

describe("who calls", () => {
  test("AUTH-05: a token that expires in mid-connection is refreshed by the client, and nothing is lost", async () => {
    const client = connect(deployment.url);
    let fetched = 0;
    const asked: boolean[] = [];
    client.setAuth(async ({ forceRefreshToken }) => {
      asked.push(forceRefreshToken);
      fetched += 1;
      // The deployment tolerates 5 s of clock difference: this one runs out about 1 s after it was fetched.
      return await deployment.issuer.token("ana", fetched <= 2 ? -4 : 3_600);
    });
    const seen: (string | null)[] = [];
    client.onUpdate(ledger.entries.mine, { key: "expiry" }, ({ subject }) => seen.push(subject));
    await eventually("signed in", () => seen.includes("ana"));
    await eventually("a third token was fetched", () => fetched >= 3);
    await client.mutation(ledger.entries.add, { key: "expiry", number: 1 });
    await eventually("the entry is hers", () => seen.length >= 1 && seen.at(-1) === "ana");
    const mine = await client.query(ledger.entries.mine, { key: "expiry" });
    expect(mine).toEqual({ subject: "ana", numbers: [1] });
    await client.close();
  });

  test("AUTH-05: an expired identity gets an AuthError that the client can act on, and the socket closes", async () => {
    const session = await RawSession.open(deployment.url);
    session.say({
      type: "Authenticate",
      tokenType: "User",
      baseVersion: 0,
      value: await deployment.issuer.token("ana", -4),
    });
    const error = await session.frame(({ type }) => type === "AuthError");
    expect(error).toMatchObject({ authUpdateAttempted: false, baseVersion: 1 });
    expect((await session.ended()).code).toBe(1000);
  });

  test("AUTH-04: a token of a stranger is refused, and what follows it does not run", async () => {
    const stranger = await TokenIssuer.open();
    const session = await RawSession.open(deployment.url);
    session.say({
      type: "Authenticate",
      tokenType: "User",
      baseVersion: 0,
      value: await stranger.token("ana"),
    });
    session.mutate(0, "entries:add", { key: "refused", number: 1 });
    const error = await session.frame(({ type }) => type === "AuthError");
    expect(error).toMatchObject({ authUpdateAttempted: true, baseVersion: 0 });
    await session.ended();
    expect(await overHttp(deployment.url).query(ledger.entries.numbers, { key: "refused" })).toEqual([]);
  });

  test("AUTH-03: queries that were open before signing in are answered for the person, in one transition", async () => {
    const session = await RawSession.open(deployment.url);
    session.watch(0, [
      { queryId: 0, udfPath: "entries:mine", args: { key: "before" } },
      { queryId: 1, udfPath: "entries:mine", args: { key: "after" } },
    ]);
    const first = await session.frame(isTransition);
    session.say({
      type: "Authenticate",
      tokenType: "User",
      baseVersion: 0,
      value: await deployment.issuer.token("ben"),
    });
    const second = await session.frame(isTransition, session.frames.indexOf(first) + 1);
    expect(second).toMatchObject({ startVersion: { identity: 0 }, endVersion: { identity: 1 } });
    expect(modificationsOf(second).map(({ value }) => value)).toEqual([
      { subject: "ben", numbers: [] },
      { subject: "ben", numbers: [] },
    ]);
    session.close();
  });

  test("AUTH-01 AUTH-06: tokens for another audience, without signature, or expired are refused over HTTP", async () => {
    const claims = Buffer.from(
      JSON.stringify({ iss: "https://issuer.example", aud: "ledger", sub: "ana", exp: 9_999_999_999 }),
    ).toString("base64url");
    const unsigned = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${claims}.`;
    const bad = [
      unsigned,
      await deployment.issuer.token("ana", -600),
      await (await TokenIssuer.open()).token("ana"),
      "not a token",
    ];
    for (const token of bad) {
      const response = await fetch(`${deployment.url}/api/query`, {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        body: JSON.stringify({ path: "entries:mine", args: { key: "x" } }),
      });
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({
        code: expect.stringMatching(/InvalidAuthHeader|Unauthenticated|NoAuthProvider/),
      });
    }
  });

  test("AUTH-07 FUN-02: the admin key opens internal functions and acts as a person; a wrong one is 403", async () => {
    const call = async (key: string, path: string) =>
      await fetch(`${deployment.url}/api/function`, {
        method: "POST",
        headers: { authorization: `Convex ${key}`, "content-type": "application/json" },
        body: JSON.stringify({ path, args: path === "entries:mine" ? { key: "x" } : {} }),
      });
    const asZoe = Buffer.from(
      JSON.stringify({ subject: "zoe", issuer: "i", tokenIdentifier: "i|zoe" }),
    ).toString("base64");
    expect(await (await call(deployment.adminKey, "entries:secret")).json()).toMatchObject({
      value: "for admins",
    });
    expect(await (await call(`${deployment.adminKey}:${asZoe}`, "entries:mine")).json()).toMatchObject({
      value: { subject: "zoe" },
    });
    expect((await call(`${deployment.adminKey}0`, "entries:secret")).status).toBe(403);
  });

  test("FUN-02 LIVE-02: what an admin watches is not shared with a browser that asks for the same", async () => {
    const admin = await RawSession.open(deployment.url);
    admin.say({ type: "Authenticate", tokenType: "Admin", baseVersion: 0, value: deployment.adminKey });
    admin.watch(0, [{ queryId: 0, udfPath: "entries:secret" }]);
    const shown = await admin.frame((frame) => isTransition(frame) && modificationsOf(frame).length > 0);
    expect(modificationsOf(shown)[0]).toMatchObject({ type: "QueryUpdated", value: "for admins" });
    const browser = await RawSession.open(deployment.url);
    browser.watch(0, [{ queryId: 0, udfPath: "entries:secret" }]);
    const refused = await browser.frame(isTransition);
    expect(modificationsOf(refused)[0]).toMatchObject({ type: "QueryFailed" });
    expect(JSON.stringify(browser.frames)).not.toContain("for admins");
    admin.close();
    browser.close();
  });
});
