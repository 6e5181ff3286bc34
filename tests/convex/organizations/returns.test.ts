import { beforeEach, describe, expect, test, vi } from "vitest";
import { api, internal } from "#convex/_generated/api.js";
import type { Doc, Id } from "#convex/_generated/dataModel.js";
import type { MutationCtx } from "#convex/functions.ts";
import type { Role } from "#convex/values.ts";
import { setToday } from "#tests/support/clock.ts";
import { convexTestBackend, openConvexTest } from "#tests/support/convexTestBackend.ts";
import { expectRefusal } from "#tests/support/problems.ts";
import { settled } from "#tests/support/settled.ts";
import { aWorld, type World } from "#tests/support/world.ts";

/** More than one batch; a whole district by night. */
const CROWD = Number(process.env.RETURNING ?? 60);
const COUNTED = Math.max(CROWD, 330);

let deployment: ReturnType<typeof openConvexTest>;
let world: World;
beforeEach(async () => {
  setToday("2026-03-02");
  deployment = openConvexTest();
  world = await aWorld(convexTestBackend(deployment));
});

/** A member as a copy brings them: a row, memberships, no account. */
const aMoved = async (email: string, roles: readonly Role[] = ["teacher"], more: object = {}) =>
  await deployment.run((ctx) => moveIn(ctx, email, roles, more));
async function moveIn(
  ctx: Pick<MutationCtx, "db">,
  email: string,
  roles: readonly Role[] = ["teacher"],
  more: object = {},
) {
  const colour = { color: 1, preferences: { theme: "system" as const } };
  const personId = await ctx.db.insert("people", { email, name: email, locale: "es", ...colour, ...more });
  for (const role of roles) {
    const { organizationId } = world;
    const held = { organizationId, personId, role, startsOn: "2020-08-01", searchName: email };
    await ctx.db.insert("memberships", held);
  }
  return personId;
}
const crowd = async (count = CROWD) =>
  await deployment.run(async (ctx) => {
    for (let number = 0; number < count; number++) await moveIn(ctx, `moved-${number}@example.test`);
  });
const inviteAll = () =>
  world.backend.operator.mutation(internal.organizations.operator.inviteBack, {
    organizationId: world.organizationId,
  });
const read = (cursor: string | null = null) =>
  world.backend.operator.query(internal.organizations.operator.invitedBack, {
    organizationId: world.organizationId,
    cursor,
  });
const finished = () => settled(read, ({ isFinished }) => isFinished);
const onThePage = () =>
  world.administrator.query(api.organizations.returns.get, { organizationId: world.organizationId });
/** As the page of people counts: page after page, each of no more than the server gives. */
const waiting = async () => {
  const { administrator, organizationId } = world;
  let count = 0;
  for (let cursor: string | null = null; ; ) {
    const paginationOpts = { numItems: 10_000, cursor };
    const found: { page: unknown[]; isDone: boolean; continueCursor: string } = await administrator.query(
      api.organizations.returns.list,
      { organizationId, paginationOpts },
    );
    expect(found.page.length).toBeLessThanOrEqual(200);
    count += found.page.length;
    if (found.isDone) return count;
    cursor = found.continueCursor;
  }
};
const restOfThem = () =>
  world.administrator.mutation(api.organizations.returns.start, { organizationId: world.organizationId });

test("the operator invites a whole district back, more than fit in one batch, each person once", async () => {
  await crowd();
  await inviteAll();
  const first = await finished();
  expect(first).toMatchObject({ isFinished: true, invited: CROWD });
  const links = [...first.links];
  for (let { cursor } = first; cursor !== null; ) {
    const page = await read(cursor);
    links.push(...page.links);
    cursor = page.cursor;
  }
  expect(links).toHaveLength(CROWD);
  expect(new Set(links.map(({ email }) => email)).size).toBe(CROWD);
  await inviteAll();
  expect(await settled(finished, ({ invited }) => invited === 0)).toMatchObject({ invited: 0 });
});

test("somebody whose record cannot be read is skipped and named, and everybody behind them is invited", async () => {
  const { studentId } = await world.aStudent({ birthOn: "2004-05-01" });
  const sealed = await deployment.run(async (ctx) => await ctx.db.get("students", studentId));
  const record = (fields: object) =>
    deployment.run((ctx) => ctx.db.patch("students", studentId, fields as Partial<Doc<"students">>));
  const personId = await aMoved("broken@example.test", ["student"], { studentId });
  await crowd();
  await record({ sealedIdentity: "no envelope" });
  await inviteAll();
  const run = await finished();
  expect(run).toMatchObject({ isStopped: false, invited: CROWD, skipped: [{ personId }] });
  const skipped = [{ personId, name: "broken@example.test", code: "encryption_unavailable" }];
  expect(await onThePage()).toEqual({ status: "finished", invited: CROWD, skipped, skippedUnnamed: 0 });
  expect(await waiting(), "no page counts somebody whom no run can invite").toBe(0);
  await record({ sealedIdentity: sealed?.sealedIdentity });
  expect(await waiting()).toBe(1);
  await restOfThem();
  expect(await settled(onThePage, (found) => found?.invited === 1)).toMatchObject({ skipped: [] });
});

test("of very many who cannot be invited the first hundred are named, and the others counted", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  const { studentId } = await world.aStudent({ birthOn: "2004-05-01" });
  await deployment.run(async (ctx) => {
    await ctx.db.patch("students", studentId, { sealedIdentity: "no envelope" } as Partial<Doc<"students">>);
    for (let n = 0; n < 130; n++) await moveIn(ctx, `broken-${n}@example.test`, ["student"], { studentId });
  });
  await inviteAll();
  const run = await finished();
  expect(run.skipped).toHaveLength(100);
  expect(run).toMatchObject({ invited: 0, skippedUnnamed: 30 });
  const shown = await onThePage();
  expect(shown?.skipped).toHaveLength(100);
  expect(shown).toMatchObject({ status: "finished", skippedUnnamed: 30 });
});

test("a run whose batch failed stands as stopped, and goes on for an administrator who is back", async () => {
  await crowd();
  const secret = process.env.BETTER_AUTH_SECRET ?? "";
  await inviteAll();
  await settled(read, ({ peopleSeen }) => peopleSeen > 0);
  vi.stubEnv("BETTER_AUTH_SECRET", "short");
  const stopped = await settled(read, ({ isStopped }) => isStopped);
  expect(stopped).toMatchObject({ isStopped: true, isFinished: false, skipped: [] });
  expect(stopped.invited).toBeGreaterThan(0);
  expect(stopped.invited).toBeLessThan(CROWD);
  expect(await onThePage()).toMatchObject({ status: "stopped", invited: stopped.invited });
  vi.stubEnv("BETTER_AUTH_SECRET", secret);
  await Promise.all([restOfThem(), restOfThem()]);
  const run = await settled(onThePage, (found) => found?.status === "finished");
  expect(run).toMatchObject({ status: "finished", invited: CROWD });
  const { links } = await read();
  const addresses = links.map(({ email }) => email);
  expect(new Set(addresses).size, "each person once").toBe(addresses.length);
});

describe("people of a moved district", () => {
  test("with several roles are invited once, and are all that they were when they are back", async () => {
    const personId = await aMoved("ines@example.test", ["teacher", "caseManager"]);
    await inviteAll();
    const { links } = await finished();
    expect(links.map(({ email }) => email)).toEqual(["ines@example.test"]);
    const ines = await world.backend.signUp({ name: "Ines", email: "ines@example.test" });
    const token = links[0]?.url.split("/invite/")[1] ?? "";
    await ines.mutation(api.organizations.invitations.accept, { token });
    const me = await ines.query(api.people.me.get, {});
    expect(me?.person.personId).toBe(personId);
    expect(me?.memberships.map(({ role }) => role).sort()).toEqual(["caseManager", "teacher"]);
  });

  test("are invited one by one where the operator names an address, and again if need be", async () => {
    await aMoved("one@example.test");
    await aMoved("two@example.test");
    const invite = (email: string) =>
      world.backend.operator.mutation(internal.organizations.operator.inviteBack, {
        organizationId: world.organizationId,
        email,
      });
    await invite(" One@example.test");
    await invite("one@example.test");
    expect((await read()).links.map(({ email }) => email)).toEqual(["one@example.test", "one@example.test"]);
    await expectRefusal(invite("nobody@example.test"), "not_found", "email");
  });

  test("are counted for the administrator who is back, until everybody is invited", async () => {
    await aMoved("one@example.test");
    await aMoved("two@example.test");
    expect(await waiting()).toBe(2);
    await restOfThem();
    expect(await settled(onThePage, (run) => run?.status === "finished")).toMatchObject({ invited: 2 });
    expect(await waiting()).toBe(0);
    const [last] = (await auditTrail()).filter(({ command }) => command === "organizations/returns:start");
    expect(last).toMatchObject({ permission: "people.inviteBack", outcome: "done" });
  });

  test("are counted to the last one in a district of any size, among those of another that moved here too", async () => {
    await aMoved("elsewhere@example.test", []);
    await crowd(COUNTED);
    expect(await waiting()).toBe(COUNTED);
  });

  test("are counted again when nobody followed the link while it worked", async () => {
    await aMoved("one@example.test");
    await inviteAll();
    await finished();
    expect(await waiting()).toBe(0);
    setToday("2026-03-12");
    expect(await waiting()).toBe(1);
  });

  test("are not invited when they have left, or belong to another district", async () => {
    const personId = await aMoved("left@example.test");
    await aMoved("elsewhere@example.test", []);
    await deployment.run(async (ctx) => {
      const membership = await ctx.db
        .query("memberships")
        .withIndex("by_person", (q) => q.eq("personId", personId))
        .first();
      if (membership) await ctx.db.patch("memberships", membership._id, { endsOn: "2025-06-30" });
    });
    expect(await waiting()).toBe(0);
    await inviteAll();
    expect((await finished()).links).toEqual([]);
  });

  test("under thirteen come back only where the family has agreed to an account", async () => {
    const child = await world.aStudent({ birthOn: "2016-05-01" });
    const { studentId }: { studentId: Id<"students"> } = child;
    await aMoved("young@example.test", ["student"], { studentId });
    await inviteAll();
    expect((await finished()).invited).toBe(0);
    expect(await waiting()).toBe(0);
  });
});

const auditTrail = async () => {
  const { administrator, organizationId } = world;
  const trail = await administrator.query(api.audit.entries.list, {
    organizationId,
    paginationOpts: { numItems: 50, cursor: null },
  });
  return trail.page;
};
