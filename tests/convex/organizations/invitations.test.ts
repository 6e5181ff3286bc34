import { beforeEach, describe, expect, test } from "vitest";
import { api } from "#convex/_generated/api.js";
import { setToday } from "#tests/support/clock.ts";
import { expectRefusal } from "#tests/support/problems.ts";
import { aVisitor, aWorld, type Person, tokenSentTo, type World } from "#tests/support/world.ts";

let world: World;
let invited: Person;
beforeEach(async () => {
  world = await aWorld();
  invited = await aVisitor(world.backend, "Ines Invited");
});

/** Invites Ines as a teacher and answers with the token of her link. */
async function invite(): Promise<string> {
  const { administrator, organizationId } = world;
  const wanted = { organizationId, email: invited.email, role: "teacher" } as const;
  await administrator.mutation(api.organizations.invitations.send, wanted);
  return await tokenSentTo(administrator, organizationId, invited.email);
}
const accept = (token: string, who = invited) =>
  who.mutation(api.organizations.invitations.accept, { token });
const found = (token: string) => world.backend.stranger.query(api.organizations.invitations.find, { token });
const pending = async () => {
  const { administrator, organizationId } = world;
  const all = await administrator.query(api.organizations.invitations.list, { organizationId });
  const [newest] = all;
  if (!newest) throw new Error("No invitation.");
  return newest;
};

describe("an open invitation", () => {
  test("tells its holder who invites them to what, before they have an account", async () => {
    expect(await found(await invite())).toEqual({
      organizationName: "Test District",
      email: invited.email,
      role: "teacher",
      invitedByName: "Ada Administrator",
      status: "open",
    });
  });

  test("makes whoever accepts it a member", async () => {
    await accept(await invite());
    const me = await invited.query(api.people.me.get, {});
    expect(me?.memberships).toMatchObject([{ organizationId: world.organizationId, role: "teacher" }]);
    expect(me?.abilities[world.organizationId]).toContain("students.list");
  });

  test("is for the invited address only", async () => {
    const other = await aVisitor(world.backend, "Otto Other");
    await expectRefusal(accept(await invite(), other), "invitation_other_email");
  });

  test("keeps no token in the database", async () => {
    const token = await invite();
    const rows = await world.administrator.query(api.organizations.invitations.list, {
      organizationId: world.organizationId,
    });
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

test("an accepted invitation does not work twice", async () => {
  const token = await invite();
  await accept(token);
  expect((await found(token))?.status).toBe("accepted");
  await expectRefusal(accept(token), "invitation_used");
});

test("a revoked invitation does not work, and cannot be revoked again", async () => {
  const token = await invite();
  const { administrator, organizationId } = world;
  const { invitationId } = await pending();
  const revoke = () =>
    administrator.mutation(api.organizations.invitations.revoke, { organizationId, invitationId });
  await revoke();
  expect((await found(token))?.status).toBe("revoked");
  await expectRefusal(accept(token), "invitation_revoked");
  await expectRefusal(revoke(), "invitation_revoked");
});

test("an invitation works on its seventh day and not on its eighth", async () => {
  setToday("2026-03-02");
  world = await aWorld();
  invited = await aVisitor(world.backend, "Ines Invited");
  const token = await invite();
  setToday("2026-03-08");
  expect((await found(token))?.status).toBe("open");
  setToday("2026-03-10");
  expect((await found(token))?.status).toBe("expired");
});

test("a link that was never sent finds nothing", async () => {
  expect(await found("made-up")).toBeNull();
  await expectRefusal(accept("made-up"), "invitation_not_found");
});

test("a guardian's invitation names the child, and opens that child", async () => {
  const { administrator, organizationId } = world;
  const send = (more: object) =>
    administrator.mutation(api.organizations.invitations.send, {
      organizationId,
      email: invited.email,
      role: "guardian",
      ...more,
    });
  await expectRefusal(send({}), "required", "studentId");
  const child = await world.aStudent();
  await send({ studentId: child.studentId, relationship: "mother" });
  await accept(await tokenSentTo(administrator, organizationId, invited.email));
  const me = await invited.query(api.people.me.get, {});
  expect(me?.children).toMatchObject([{ studentId: child.studentId, name: "Robin Example" }]);
});

test("a case manager invites a guardian to their own child", async () => {
  const child = await world.aStudent();
  await child.caseManager.mutation(api.guardians.guardianships.sendInvitation, {
    studentId: child.studentId,
    email: invited.email,
    relationship: "father",
  });
  await accept(await tokenSentTo(world.administrator, world.organizationId, invited.email));
  const { guardians } = await child.caseManager.query(api.students.record.get, {
    studentId: child.studentId,
  });
  expect(guardians).toMatchObject([{ person: { name: "Ines Invited" }, relationship: "father" }]);
});

test("a hundred and twenty invitations may go out at once, not one more", async () => {
  const { administrator, organizationId } = world;
  const send = (n: number) =>
    administrator.mutation(api.organizations.invitations.send, {
      organizationId,
      email: `colleague-${n}@example.test`,
      role: "teacher",
    });
  for (let n = 0; n < 120; n++) await send(n);
  await expectRefusal(send(120), "too_many_tries");
});
