import { beforeEach, describe, expect, test, vi } from "vitest";
import { api } from "#convex/_generated/api.js";
import { authRoutes, cookiesAfter, EMAIL, PASSWORD } from "#tests/support/authRoutes.ts";
import { convexTestBackend, openConvexTest } from "#tests/support/convexTestBackend.ts";
import { aWorld, tokenSentTo, type World } from "#tests/support/world.ts";

let t: ReturnType<typeof openConvexTest>;
let routes: ReturnType<typeof authRoutes>;
let world: World;
beforeEach(async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  t = openConvexTest();
  routes = authRoutes(t);
  world = await aWorld(convexTestBackend(t));
});

async function invited(email = EMAIL): Promise<string> {
  const { organizationId, administrator } = world;
  await administrator.mutation(api.organizations.invitations.send, {
    organizationId,
    email,
    role: "teacher",
  });
  return await tokenSentTo(administrator, organizationId, email);
}
const mailsTo = (email: string) =>
  t.run(async (ctx) =>
    (await ctx.db.query("outbox").take(50)).filter(({ to }) => to === email).map(({ template }) => template),
  );

describe("making an account", () => {
  test("works with the link of an invitation, for the address that it went to", async () => {
    const token = await invited();
    const answer = await routes.signUp(EMAIL, PASSWORD, { "x-invitation": token });
    const ada = await routes.asOf(cookiesAfter(answer));
    expect((await ada.query(api.people.me.get, {}))?.person.email).toBe(EMAIL);
  });

  test("does not work with the link of somebody else", async () => {
    const token = await invited("someone.else@example.test");
    const answer = await routes.signUp(EMAIL, PASSWORD, { "x-invitation": token });
    expect(await answer.json()).toMatchObject({ token: null });
    expect(answer.headers.getSetCookie().join()).not.toContain("session_token");
  });

  test("answers alike for an address that has an account, and for one that has none", async () => {
    const known = world.administrator.email;
    const answers = [await routes.signUp(known), await routes.signUp("nobody@example.test")];
    const [first, second] = await Promise.all(
      answers.map(async (answer) => ({
        status: answer.status,
        body: await answer.text(),
        headers: [...answer.headers.keys()].sort(),
      })),
    );
    expect(first).toEqual(second);
    expect(await mailsTo(known)).toEqual(["accountExists"]);
    expect(await mailsTo("nobody@example.test")).toEqual([]);
  });

  test("is open to the first visitor of an empty deployment only", async () => {
    const empty = authRoutes(openConvexTest());
    expect((await (await empty.signUp()).json()).token).toBeTruthy();
  });
});

describe("a new password", () => {
  const choose = async (password: string, name = "Ada Example") => {
    const token = await invited();
    const body = { name, email: EMAIL, password };
    const answer = await routes.post("/sign-up/email", body, { "x-invitation": token });
    return ((await answer.json()) as { code?: string }).code ?? "taken";
  };

  test.each([
    "passwordpassword",
    "Password123456",
    "qwertyuiop1234",
    "123123123123123",
    "aaaaaaaaaaaaaaaa",
    "sunshinesunshine",
  ])("that many people use is refused: %s", async (password) => {
    expect(await choose(password)).toBe("PASSWORD_COMMON");
  });

  test.each(["ada.example.test", "Example-Ada-99", "example.ada.2026"])(
    "made of the person's own names is refused: %s",
    async (password) => {
      expect(await choose(password)).toBe("PASSWORD_PERSONAL");
    },
  );

  test.each(["plum orchard lantern nine", "Ada's tall blue teapot", "kq7xv02mzplw"])(
    "of a few words is taken: %s",
    async (password) => {
      expect(await choose(password)).toBe("taken");
    },
  );

  test("is checked when it replaces an old one too, against the organization's name besides", async () => {
    const token = await invited();
    const cookie = cookiesAfter(await routes.signUp(EMAIL, PASSWORD, { "x-invitation": token }));
    const ada = await routes.asOf(cookie);
    await ada.mutation(api.organizations.invitations.accept, { token });
    const change = async (newPassword: string) => {
      const body = { currentPassword: PASSWORD, newPassword };
      const answer = await routes.post("/change-password", body, { cookie });
      return answer.ok ? "changed" : ((await answer.json()) as { code: string }).code;
    };
    expect(await change(PASSWORD)).toBe("PASSWORD_SAME");
    expect(await change("iloveyouiloveyou")).toBe("PASSWORD_COMMON");
    expect(await change("test district 26")).toBe("PASSWORD_PERSONAL");
    expect(await change("plum orchard lantern nine")).toBe("changed");
    expect(await mailsTo(EMAIL)).toContain("passwordChanged");
  });
});
