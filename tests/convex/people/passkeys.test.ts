import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { api } from "#convex/_generated/api.js";
import { type Accounts, openAccounts } from "#tests/support/accounts.ts";
import { Authenticator } from "#tests/support/authenticator.ts";
import { cookiesAfter, PASSWORD } from "#tests/support/authRoutes.ts";
import { expectRefusal } from "#tests/support/problems.ts";
import { aWorld, tokenSentTo } from "#tests/support/world.ts";

const MINUTE_MS = 60_000;

let accounts: Accounts;
let routes: Accounts["routes"];
let device: Authenticator;
let made = 0;
let email: string;
let cookie: string;
beforeAll(async () => {
  accounts = await openAccounts();
  ({ routes } = accounts);
});
beforeEach(async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  await accounts.later(0);
  device = await Authenticator.open(accounts.origin);
  email = `ada-${made++}@example.test`;
  cookie = cookiesAfter(await routes.signUp(email));
  await accounts.later(11 * MINUTE_MS);
});
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(async () => {
  await accounts.close();
});

const codeOf = async (answer: Response) => ((await answer.clone().json()) as { code?: string }).code;
const mails = () => accounts.mailsTo(email);
const asOf = (cookies: string) => accounts.asOf(cookies);
const signIn = () => routes.signIn(PASSWORD, email);

const ask = (path: string, cookies = "") =>
  accounts.backend.fetch(`/api/auth/passkey/${path}`, {
    headers: { origin: accounts.origin, cookie: cookies },
  });

/** Gives the password in a session that has been open for long. */
async function prove(cookies = cookie): Promise<string> {
  const answer = await routes.post("/prove", { password: PASSWORD }, { cookie: cookies });
  expect(answer.status).toBe(200);
  return cookies;
}

/** Adds the device's passkey in a session whose password was given; answers with the last answer of the server. */
async function add(cookies: string, holder = device): Promise<Response> {
  const begun = await ask("generate-register-options", cookies);
  if (!begun.ok) return begun;
  const response = await holder.create(await begun.clone().json());
  return await routes.post(
    "/passkey/verify-registration",
    { response, name: "My phone" },
    { cookie: join(cookies, begun) },
  );
}

/** Signs in with a device's passkey, in a browser with these cookies. */
async function enter(holder = device, cookies = ""): Promise<Response> {
  const begun = await ask("generate-authenticate-options", cookies);
  const response = await holder.get(await begun.clone().json());
  return await routes.post("/passkey/verify-authentication", { response }, { cookie: join(cookies, begun) });
}

/** What a browser sends that had these cookies before an answer. */
function join(cookies: string, answer: Response): string {
  const had = new Response();
  for (const pair of cookies.split("; ").filter(Boolean)) had.headers.append("set-cookie", pair);
  return cookiesAfter(had, answer);
}

describe("adding a passkey", () => {
  test("asks for the password, given within ten minutes in this session", async () => {
    expect(await codeOf(await add(cookie))).toBe("PASSWORD_NEEDED");
    await prove();
    await accounts.later(11 * MINUTE_MS);
    expect(await codeOf(await add(cookie))).toBe("PASSWORD_NEEDED");
    expect((await add(await prove())).status).toBe(200);
    const ada = await asOf(cookie);
    expect(await ada.query(api.people.passkeys.list, {})).toMatchObject([
      { name: "My phone", lastUsedAt: null },
    ]);
    expect(await mails()).toEqual(["passkeyAdded"]);
  });

  test("does not count the password of another session", async () => {
    const elsewhere = cookiesAfter(await signIn());
    await accounts.later(11 * MINUTE_MS);
    await prove(elsewhere);
    expect(await codeOf(await add(cookie))).toBe("PASSWORD_NEEDED");
  });

  test("refuses a device that does not check its owner, and a page that is not ours", async () => {
    device.checksOwner = false;
    expect(await codeOf(await add(await prove()))).toBe("PASSKEY_NOT_VERIFIED");
    const lured = await Authenticator.open("https://openiep.example.test");
    expect((await add(await prove(), lured)).ok).toBe(false);
    expect(await (await asOf(cookie)).query(api.people.passkeys.list, {})).toEqual([]);
  });

  test("is for no locked screen", async () => {
    await prove();
    await (await asOf(cookie)).mutation(api.people.lock.engage, {});
    expect(await codeOf(await add(cookie))).toBe("PASSWORD_NEEDED");
  });
});

describe("a passkey", () => {
  const withPasskey = async () => {
    expect((await add(await prove())).status).toBe(200);
    return device;
  };

  test("signs its holder in without a password, and is remembered as used", async () => {
    await withPasskey();
    const before = accounts.now();
    const answer = await enter();
    expect(answer.status).toBe(200);
    const ada = await asOf(cookiesAfter(answer));
    const me = await ada.query(api.people.me.get, {});
    expect(me?.person).toMatchObject({ email, hasTwoFactors: true });
    expect((await ada.query(api.people.passkeys.list, {}))[0]?.lastUsedAt).toBeGreaterThanOrEqual(before);
  });

  test("is refused when its device did not check who holds it", async () => {
    await withPasskey();
    device.checksOwner = false;
    expect(await codeOf(await enter())).toBe("PASSKEY_NOT_VERIFIED");
  });

  test("is refused for another's challenge, for one used before, and from another device", async () => {
    await withPasskey();
    const begun = await ask("generate-authenticate-options");
    const response = await device.get(await begun.clone().json());
    const give = () =>
      routes.post("/passkey/verify-authentication", { response }, { cookie: cookiesAfter(begun) });
    expect((await give()).status).toBe(200);
    expect((await give()).ok).toBe(false);
    const other = await ask("generate-authenticate-options");
    const cookies = { cookie: cookiesAfter(other) };
    expect((await routes.post("/passkey/verify-authentication", { response }, cookies)).ok).toBe(false);
    expect((await enter(await Authenticator.open(accounts.origin))).status).toBe(401);
  });

  test("is renamed and removed by its owner only, and then signs nobody in", async () => {
    await withPasskey();
    await accounts.later(11 * MINUTE_MS);
    const stranger = cookiesAfter(await routes.signUp(`ben-${email}`));
    const ada = await asOf(cookie);
    const ben = await asOf(stranger);
    const [held] = await ada.query(api.people.passkeys.list, {});
    const id = held?.passkeyId;
    if (!id) throw new Error("No passkey.");
    await expectRefusal(
      ben.mutation(api.people.passkeys.rename, { passkeyId: id, name: "Mine" }),
      "not_found",
    );
    await ada.mutation(api.people.passkeys.rename, { passkeyId: id, name: "Old phone" });
    const asBen = { cookie: await prove(stranger) };
    expect((await routes.post("/passkey/delete-passkey", { id }, asBen)).ok).toBe(false);
    expect(await codeOf(await routes.post("/passkey/delete-passkey", { id }, { cookie }))).toBe(
      "PASSWORD_NEEDED",
    );
    const asAda = { cookie: await prove() };
    expect((await routes.post("/passkey/delete-passkey", { id }, asAda)).status).toBe(200);
    expect(await ada.query(api.people.passkeys.list, {})).toEqual([]);
    expect((await enter()).status).toBe(401);
    expect(await mails()).toEqual(["passkeyAdded", "passkeyRemoved"]);
  });

  test("guards itself: a password alone adds no other, removes none, and sets up no codes", async () => {
    await withPasskey();
    const thief = cookiesAfter(await signIn());
    expect(await codeOf(await add(thief, await Authenticator.open(accounts.origin)))).toBe("PASSKEY_NEEDED");
    const codes = await routes.post("/two-factor/enable", { password: PASSWORD }, { cookie: thief });
    expect(await codeOf(codes)).toBe("PASSKEY_NEEDED");
    const [held] = await (await asOf(cookie)).query(api.people.passkeys.list, {});
    const removed = await routes.post("/passkey/delete-passkey", { id: held?.passkeyId }, { cookie: thief });
    expect(await codeOf(removed)).toBe("PASSKEY_NEEDED");
  });

  test("is the second step that a role demands, as a password alone is not; one that is lost is replaced", async () => {
    const { administrator, organizationId } = await aWorld(accounts.backend);
    await administrator.mutation(api.organizations.invitations.send, {
      ...{ organizationId, email, role: "teacher" },
    });
    const token = await tokenSentTo(administrator, organizationId, email);
    await (await asOf(cookie)).mutation(api.organizations.invitations.accept, { token });
    const settings = { secondFactorRoles: ["teacher" as const] };
    await administrator.mutation(api.organizations.organizations.decide, { organizationId, settings });
    await withPasskey();
    const organizationOf = async (answer: Response) =>
      await (await asOf(cookiesAfter(answer))).query(api.organizations.organizations.get, {
        organizationId,
      });
    await expectRefusal(organizationOf(await signIn()), "second_factor_needed");
    const entered = await enter();
    expect(await organizationOf(entered)).toMatchObject({ organizationId });

    // Whoever loses it is let in anew by an administrator, and shows a second step again.
    const ada = await asOf(cookiesAfter(entered));
    const personId = (await ada.query(api.people.me.get, {}))?.person.personId;
    if (!personId) throw new Error("Nobody is signed in.");
    const lost = { organizationId, personId, reason: "Phone in the lake", losesSteps: true };
    await administrator.mutation(api.people.devices.endAll, lost);
    expect(await ada.query(api.people.me.get, {})).toBeNull();
    expect((await enter()).status).toBe(401);
    const again = await signIn();
    await expectRefusal(organizationOf(again), "second_factor_needed");
    expect((await add(cookiesAfter(again), await Authenticator.open(accounts.origin))).status).toBe(200);
    expect(await organizationOf(again)).toMatchObject({ organizationId });
    expect(await mails()).toEqual(expect.arrayContaining(["passkeyAdded", "passkeyRemoved"]));
  });

  test("shown in a session that began with a password puts a new one in its place", async () => {
    await withPasskey();
    const before = cookiesAfter(await signIn());
    const after = cookiesAfter(await enter(device, before));
    const ada = await asOf(after);
    expect((await ada.query(api.people.me.get, {}))?.person.hasTwoFactors).toBe(true);
    const gone = await accounts.backend.fetch("/api/auth/convex/token", {
      headers: { cookie: before, origin: accounts.origin },
    });
    expect(gone.status).toBe(401);
    expect(await ada.query(api.people.devices.list, {})).toHaveLength(2);
  });
});
