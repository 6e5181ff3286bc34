import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { api } from "#convex/_generated/api.js";
import { authRoutes, codeOf, cookiesAfter, EMAIL, ORIGIN, PASSWORD } from "#tests/support/authRoutes.ts";
import { convexTestBackend, openConvexTest } from "#tests/support/convexTestBackend.ts";
import { type Claims, OidcProvider } from "#tests/support/oidcProvider.ts";
import { aWorld, tokenSentTo, type World } from "#tests/support/world.ts";

let provider: OidcProvider;
beforeAll(async () => {
  provider = await OidcProvider.open();
});
afterAll(() => provider.close());

let t: ReturnType<typeof openConvexTest>;
let routes: ReturnType<typeof authRoutes>;
let world: World;
beforeEach(async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  vi.stubEnv("OIDC_ISSUER", provider.issuer);
  vi.stubEnv("OIDC_CLIENT_ID", provider.clientId);
  vi.stubEnv("OIDC_CLIENT_SECRET", provider.clientSecret);
  vi.stubEnv("OIDC_NAME", "County sign-in");
  provider.isForged = false;
  t = openConvexTest();
  routes = authRoutes(t);
  world = await aWorld(convexTestBackend(t));
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const grace: Claims = {
  sub: "grace",
  email: "grace@example.test",
  name: "Grace Example",
  email_verified: true,
};

const invite = (email: string) =>
  world.administrator.mutation(api.organizations.invitations.send, {
    organizationId: world.organizationId,
    email,
    role: "teacher",
  });

/** Presses the button, signs in over there, comes back. */
async function enterAs(claims: Claims, browser = "") {
  const begun = await routes.post(
    "/sign-in/oauth2",
    { providerId: "oidc", callbackURL: "/students", errorCallbackURL: "/sign-in", disableRedirect: true },
    browser ? { cookie: browser } : {},
  );
  const { url } = (await begun.json()) as { url: string };
  const code = provider.consent(url, claims);
  const state = new URL(url).searchParams.get("state") ?? "";
  const query = new URLSearchParams({ code, state });
  const back = await t.fetch(`/api/auth/oauth2/callback/oidc?${query}`, {
    headers: { cookie: cookiesAfter(begun), origin: ORIGIN },
    redirect: "manual",
  });
  return { back, leadsTo: back.headers.get("location") ?? "", cookie: cookiesAfter(back) };
}

describe("a sign-in service by configuration", () => {
  test("is offered by its name when it is configured, and not otherwise", async () => {
    expect(await t.query(api.people.providers.list, {})).toEqual([
      { providerId: "oidc", name: "County sign-in" },
    ]);
    vi.stubEnv("OIDC_CLIENT_SECRET", "");
    expect(await t.query(api.people.providers.list, {})).toEqual([]);
  });

  test("makes an account for an invited address, which can then accept", async () => {
    await invite(grace.email);
    const { leadsTo, cookie } = await enterAs(grace);
    expect(leadsTo).toBe("/students");
    const person = await routes.asOf(cookie);
    const token = await tokenSentTo(world.administrator, world.organizationId, grace.email);
    expect(await person.mutation(api.organizations.invitations.accept, { token })).toBe(world.organizationId);
  });

  test("makes none for an address that nobody has invited", async () => {
    const { leadsTo, cookie } = await enterAs(grace);
    expect(leadsTo).toContain("/sign-in?error=not_invited");
    expect(cookie).not.toContain("session_token");
  });

  test("makes none for an address that the provider has not verified", async () => {
    await invite(grace.email);
    const { leadsTo } = await enterAs({ ...grace, email_verified: false });
    expect(leadsTo).toContain("error=not_invited");
  });

  test("believes no token that another key has signed", async () => {
    await invite(grace.email);
    provider.isForged = true;
    const { cookie } = await enterAs(grace).catch(() => ({ cookie: "" }));
    expect(cookie).not.toContain("session_token");
  });
});

describe("an account that is there already", () => {
  const ada: Claims = { sub: "ada", email: EMAIL, name: "Ada Example", email_verified: true };
  const signUpInvited = async () => {
    await invite(EMAIL);
    const token = await tokenSentTo(world.administrator, world.organizationId, EMAIL);
    return cookiesAfter(await routes.signUp(EMAIL, PASSWORD, { "x-invitation": token }));
  };

  test("is entered through the provider when its address was proven by the invitation's link", async () => {
    const own = await routes.claimsOf(await signUpInvited());
    const { cookie } = await enterAs(ada);
    expect((await routes.claimsOf(cookie)).sub).toBe(own.sub);
  });

  test("is not entered when nobody has proven its address", async () => {
    vi.stubEnv("OPEN_SIGN_UP", "1");
    await routes.signUp();
    const { leadsTo, cookie } = await enterAs(ada);
    expect(leadsTo).toContain("error=account_not_linked");
    expect(cookie).not.toContain("session_token");
  });

  test("is asked for its code here too", async () => {
    const { secret } = await routes.turnOnCodes(await signUpInvited());
    const { leadsTo, cookie } = await enterAs(ada);
    expect(leadsTo).toContain("/sign-in?step=code");
    expect(cookie).not.toContain("session_token");
    vi.useFakeTimers({ toFake: ["Date"] });
    vi.setSystemTime(Date.now() + 60_000);
    const entered = await routes.post("/two-factor/verify-totp", { code: await codeOf(secret) }, { cookie });
    vi.useRealTimers();
    expect(entered.status).toBe(200);
  });
});
