import { beforeAll, describe, expect, test } from "vitest";
import { api, components, internal } from "#convex/_generated/api.js";
import { PROOF_MS } from "#convex/access/proof.ts";
import { authRoutes, cookiesAfter, PASSWORD } from "#tests/support/authRoutes.ts";
import { openConvexTest } from "#tests/support/convexTestBackend.ts";
import { expectRefusal } from "#tests/support/problems.ts";
import { publicFunctions } from "#tests/support/publicFunctions.ts";

/** What a screen that was left open must not do. Written by hand: a function that reaches as far belongs here. */
const farReaching = [
  "exports/organizations:start",
  "exports/organizations:download",
  "organizations/archiving:archive",
  "organizations/archiving:restore",
  "retention/proposals:confirm",
];

const t = openConvexTest();
const routes = authRoutes(t);
let cookie: string;
let caller: Awaited<ReturnType<typeof routes.asOf>>;
let organizationId: Awaited<ReturnType<typeof found>>;

async function found() {
  return await t.mutation(internal.organizations.operator.addOrganization, {
    name: "Test District",
    kind: "district",
    timeZone: "America/Chicago",
    jurisdiction: "us-federal",
    administratorEmail: "ada@example.test",
  });
}

/** The session has been open since the morning. */
async function timePasses(): Promise<void> {
  const then = Date.now() - PROOF_MS - 1000;
  await t.run(async (ctx) => {
    await ctx.runMutation(components.betterAuth.adapter.updateMany, {
      input: { model: "session", where: [], update: { createdAt: then } },
      paginationOpts: { numItems: 10, cursor: null },
    });
    for (const proof of await ctx.db.query("passwordProofs").take(10)) {
      await ctx.db.patch("passwordProofs", proof._id, { givenAt: then });
    }
  });
}

const start = () => caller.mutation(api.exports.organizations.start, { organizationId });

beforeAll(async () => {
  cookie = cookiesAfter(await routes.signUp());
  caller = await routes.asOf(cookie);
  organizationId = await found();
});

test("the commands that ask for a recent password are these", () => {
  const asking = publicFunctions.filter(({ door }) => door?.proof === "recentPassword");
  expect(asking.map(({ name }) => name).sort()).toEqual([...farReaching].sort());
});

describe("a session that has been open for long", () => {
  beforeAll(timePasses);

  test("is refused, before it learns whether there is anything to do", async () => {
    await expectRefusal(start(), "password_needed");
    const exportId = await t.run(async (ctx) => {
      const requestedBy = (await ctx.db.query("people").first())?._id;
      if (!requestedBy) throw new Error("Nobody signed up.");
      const asked = { organizationId, requestedBy, requestedAt: 0, touchedAt: 0, table: 0, cursor: null };
      const row = { ...asked, status: "ready" as const, done: 0, total: 1, parts: [] };
      const id = await ctx.db.insert("organizationExports", row);
      await ctx.db.delete("organizationExports", id);
      return id;
    });
    const fetching = caller.mutation(api.exports.organizations.download, {
      organizationId,
      exportId,
      part: 0,
    });
    await expectRefusal(fetching, "password_needed");
  });

  test("goes on with the right password, for ten minutes", async () => {
    await timePasses();
    const wrong = await routes.post("/prove", { password: "not this one, surely" }, { cookie });
    expect(wrong.status).toBe(400);
    await expectRefusal(start(), "password_needed");
    const right = await routes.post("/prove", { password: PASSWORD }, { cookie });
    expect(right.status).toBe(200);
    await start();
    await timePasses();
    await expectRefusal(start(), "password_needed");
  });

  test("proves nothing for another session of the same person", async () => {
    const other = await routes.asOf(cookiesAfter(await routes.signIn()));
    await timePasses();
    await routes.post("/prove", { password: PASSWORD }, { cookie });
    const starting = other.mutation(api.exports.organizations.start, { organizationId });
    await expectRefusal(starting, "password_needed");
  });
});
