import { describe, expect, test } from "vitest";
import { api, internal } from "#convex/_generated/api.js";
import { runsEmbedded } from "#tests/support/backend.ts";
import { LiveBrowser } from "#tests/support/liveBrowser.ts";
import { aWorld } from "#tests/support/world.ts";

/** T17: the key that signs tokens is retired while people work. On the embedded deployment, where tokens are checked. */
describe.skipIf(!runsEmbedded)("when the signing key is retired", () => {
  test("open pages stay open, old tokens stay good, and new ones count from the first call on", async () => {
    const world = await aWorld();
    const child = await world.aStudent();
    const { studentId, caseManager } = child;
    const { operator } = world.backend;
    const browser = await LiveBrowser.enter(caseManager.email);
    await browser.openChild(studentId);
    const before = await browser.token();

    await operator.mutation(internal.people.signingKeys.rotate, {});
    // Several ask for a token at once, and use it before anything else is heard of the new key.
    const tokens = await Promise.all(Array.from({ length: 4 }, () => browser.token()));
    const met = await Promise.all(tokens.map((token) => browser.withToken(token, api.people.me.get)));
    expect(met.map((me) => me?.person.personId)).toEqual(tokens.map(() => caseManager.personId));
    expect(new Set(tokens.map(keyOf)).size).toBe(1);
    expect(keyOf(tokens[0])).not.toBe(keyOf(before));
    const old = await browser.withToken(before, api.people.me.get);
    expect(old?.person.personId).toBe(caseManager.personId);
    expect(new Set(browser.told)).toEqual(new Set(["open"]));
    await browser.close();
  });
});

const keyOf = (token: string | null | undefined): string =>
  JSON.parse(Buffer.from(token?.split(".")[0] ?? "", "base64url").toString()).kid;
