import { beforeAll, describe, expect, test } from "vitest";
import { api, internal } from "#convex/_generated/api.js";
import type { Child } from "#tests/support/child.ts";
import { expectRefusal } from "#tests/support/problems.ts";
import { aVisitor, aWorld, type Person, tokenSentTo, type World } from "#tests/support/world.ts";

let world: World;
let child: Child;
let guardian: Person;
beforeAll(async () => {
  world = await aWorld();
  child = await world.aStudent();
  guardian = await child.as.guardian();
});

const closing = (name = "Test District", reason = "Merged with the county") =>
  world.administrator.mutation(api.organizations.archiving.archive, {
    organizationId: world.organizationId,
    name,
    reason,
  });
const opening = (who: Person) =>
  who.mutation(api.organizations.archiving.restore, { organizationId: world.organizationId });
const archivedFor = async (who: Person) => (await who.query(api.people.me.get, {}))?.archived;

describe("an organization", () => {
  test("is archived only under its own name, with a reason", async () => {
    await expectRefusal(closing("Other District"), "organization_name_differs");
    await expectRefusal(closing("Test District", " "), "required");
    expect(await archivedFor(world.administrator)).toEqual([]);
  });

  test("is closed to everybody once it is archived, and says so to those who belonged to it", async () => {
    const { organizationId, administrator } = world;
    const { studentId, caseManager } = child;
    const visitor = await aVisitor(world.backend);
    const invited = { organizationId, email: visitor.email, role: "teacher" as const };
    await administrator.mutation(api.organizations.invitations.send, invited);
    const token = await tokenSentTo(administrator, organizationId, visitor.email);

    await closing();
    await expectRefusal(caseManager.query(api.students.record.get, { studentId }), "not_found");
    await expectRefusal(guardian.query(api.consent.overview.get, { studentId }), "not_found");
    await expectRefusal(
      administrator.query(api.organizations.organizations.get, { organizationId }),
      "not_found",
    );
    expect(await visitor.query(api.organizations.invitations.find, { token })).toBeNull();
    await expectRefusal(
      visitor.mutation(api.organizations.invitations.accept, { token }),
      "invitation_not_found",
    );
    expect(await caseManager.query(api.people.me.get, {})).toMatchObject({
      memberships: [],
      children: [],
      archived: [{ organizationName: "Test District", mayRestore: false }],
    });
    expect(await archivedFor(administrator)).toMatchObject([{ mayRestore: true }]);
    expect(await archivedFor(visitor)).toEqual([]);
  });

  test("is opened again by who administers all of it, and by nobody else", async () => {
    await expectRefusal(opening(child.caseManager), "not_found");
    await expectRefusal(opening(guardian), "not_found");
    await opening(world.administrator);
    await expectRefusal(opening(world.administrator), "not_found");
    const { studentId, caseManager } = child;
    expect(await caseManager.query(api.students.record.get, { studentId })).toMatchObject({
      student: { studentId },
    });
    expect(await archivedFor(guardian)).toEqual([]);
  });

  test("is opened again by the operator, when no administrator can", async () => {
    await closing();
    const { organizationId, backend, administrator } = world;
    await backend.operator.mutation(internal.organizations.operator.restoreOrganization, { organizationId });
    const audit = await administrator.query(api.audit.entries.list, {
      organizationId,
      paginationOpts: { numItems: 3, cursor: null },
    });
    expect(audit.page.map(({ command }) => command).slice(0, 2)).toEqual([
      "organizations/operator:restoreOrganization",
      "organizations/archiving:archive",
    ]);
    expect(await administrator.query(api.audit.entries.verify, { organizationId })).toMatchObject({
      brokenAt: null,
    });
  });
});
