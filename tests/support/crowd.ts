import { api, components } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import type { Ids } from "./arguments.ts";
import type { Caller } from "./backend.ts";
import type { Child } from "./child.ts";
import { convexTestBackend, openConvexTest } from "./convexTestBackend.ts";
import { familyRowsOf } from "./familyRows.ts";
import { mergeRows } from "./mergeRows.ts";
import { putInEffect } from "./plan.ts";
import { rosterRowsOf } from "./rosterRows.ts";
import { statusRows } from "./statusRows.ts";
import { aVisitor, aWorld, type World } from "./world.ts";

/** Those who must not get at the child, whatever they call. */
export const outsiders = [
  "a teacher of other children",
  "a guardian of another child",
  "a former member of the team",
  "a former guardian",
  "a member who has left",
  "the administrator of another district",
  "somebody who belongs nowhere",
  "a revoked session",
  "nobody",
] as const;
export type Outsider = (typeof outsiders)[number];

/** One child with everybody around them, and everybody who is not. */
export type Crowd = {
  child: Child;
  people: Record<keyof Child["as"] | Outsider, Caller>;
  /** A row of each table in the child's compartment, or the child's organization. */
  ids: Ids;
  /** The same of another child with the same case manager, and of another district. */
  foreignIds: Ids;
  /** Nobody has any record open any more. */
  closeRecords(): Promise<void>;
};

type Deployment = ReturnType<typeof openConvexTest>;

/** Builds the crowd on convex-test, in a fresh deployment. */
export async function aCrowd(): Promise<Crowd> {
  const t = openConvexTest();
  const world = await aWorld(convexTestBackend(t));
  const child = await world.aStudent();
  const other = await world.aStudent({ caseManager: child.caseManager });
  const elsewhere = await aWorld(world.backend);
  const { as } = child;
  return {
    child,
    people: {
      administrator: await as.administrator(),
      caseManager: await as.caseManager(),
      teacher: await as.teacher(),
      specialist: await as.specialist(),
      guardian: await as.guardian(),
      student: await as.student(),
      teacherElsewhere: await as.teacherElsewhere(),
      guardianElsewhere: await as.guardianElsewhere(),
      "a teacher of other children": await as.teacherElsewhere(),
      "a guardian of another child": await other.as.guardian(),
      "a former member of the team": await aFormerColleague(child),
      "a former guardian": await aFormerGuardian(child),
      "a member who has left": await aFormerMember(world, child),
      "the administrator of another district": elsewhere.administrator,
      "somebody who belongs nowhere": await aVisitor(world.backend),
      "a revoked session": await aRevokedSession(t, child),
      nobody: world.backend.stranger,
    },
    ids: await rowsOf(t, child),
    foreignIds: { ...(await rowsOf(t, other)), organizations: elsewhere.schoolId },
    closeRecords: () =>
      t.run(async (ctx) => {
        for (const lease of await ctx.db.query("recordLeases").take(1000)) {
          await ctx.db.delete("recordLeases", lease._id);
        }
      }),
  };
}

export async function aFormerColleague(child: Child): Promise<Caller> {
  const person = await child.world.aMember("teacher");
  const teamMembershipId = await child.join(person);
  await child.caseManager.mutation(api.students.team.end, { studentId: child.studentId, teamMembershipId });
  return person;
}

export async function aFormerGuardian({ world, studentId, caseManager }: Child): Promise<Caller> {
  const person = await world.aMember("guardian", { studentId });
  const { guardians } = await caseManager.query(api.students.record.get, { studentId });
  const guardianship = guardians.find((row) => row.person.personId === person.personId);
  if (!guardianship) throw new Error("Accepting the invitation made no guardianship.");
  const { guardianshipId } = guardianship;
  await caseManager.mutation(api.guardians.guardianships.end, { studentId, guardianshipId });
  return person;
}

/** Still on the child's team by its rows, but no longer of the district. */
export async function aFormerMember(
  { administrator, organizationId, aMember }: World,
  child: Child,
): Promise<Caller> {
  const person = await aMember("specialist");
  await child.join(person, "specialist");
  const { page } = await administrator.query(api.people.people.list, {
    organizationId,
    paginationOpts: { numItems: 100, cursor: null },
  });
  const membership = page.find((row) => row.personId === person.personId);
  if (!membership) throw new Error("Accepting the invitation made no membership.");
  const { membershipId } = membership;
  await administrator.mutation(api.organizations.memberships.end, { organizationId, membershipId });
  return person;
}

/** A teacher of the child's team whose session was revoked while their token is still good. */
export async function aRevokedSession(t: Deployment, child: Child): Promise<Caller> {
  const person = await child.world.aMember("teacher");
  await child.join(person);
  await t.run(async (ctx) => {
    const row = await ctx.db.get("people", person.personId);
    await ctx.runMutation(components.betterAuth.adapter.deleteMany, {
      input: { model: "session", where: [{ field: "userId", value: row?.authUserId ?? "" }] },
      paginationOpts: { numItems: 10, cursor: null },
    });
  });
  return person;
}

/** Writes a plan that the family may read, and names a row of every table around the child. */
export async function rowsOf(
  t: Deployment,
  child: Child,
  schoolId: Id<"organizations"> = child.world.schoolId,
): Promise<Ids> {
  const { studentId, caseManager, world } = child;
  const { iepId, goalId } = await child.anIep({ status: "draft", shared: true });
  const plan = await caseManager.query(api.ieps.ieps.get, { studentId, iepId });
  const accommodationId = await caseManager.mutation(api.ieps.accommodations.add, {
    studentId,
    iepId,
    category: "presentation",
    text: "Directions are read aloud",
    setting: "All classes",
  });
  // In effect, so that a new draft can be started: what the door answers must not hide behind an open draft.
  await putInEffect(child, iepId);
  const teammate = await world.aMember("teacher");
  const teamMembershipId = await child.join(teammate);
  const guardian = await child.as.guardian();
  const { guardians } = await caseManager.query(api.students.record.get, { studentId });
  const requestId = await guardian.mutation(api.disclosures.requests.make, {
    studentId,
    kind: "inspect",
    words: "",
  });
  const disclosureId = await caseManager.mutation(api.disclosures.disclosures.record, {
    studentId,
    recipient: "Another school",
    purpose: "Enrolment",
    ground: "transfer",
    authority: "Letter of enrolment",
    recordTypes: ["plan"],
    disclosedOn: "2026-01-05",
  });
  const pending = await world.administrator.mutation(api.organizations.invitations.send, {
    organizationId: world.organizationId,
    email: "pending@example.test",
    role: "teacher",
  });
  return {
    students: studentId,
    organizations: schoolId,
    ieps: iepId,
    goals: goalId,
    sections: plan.sections[0]?.sectionId ?? "",
    services: plan.services[0]?.serviceId ?? "",
    accommodations: accommodationId,
    observations: await anObservation(t, child, goalId),
    people: (await world.aMember("teacher")).personId,
    teamMemberships: teamMembershipId,
    guardianships: guardians.find((row) => row.person.personId === guardian.personId)?.guardianshipId ?? "",
    transfers: await caseManager.mutation(api.students.transfers.recordArrival, {
      studentId,
      place: "A school elsewhere",
      movedOn: "2026-01-05",
      reason: "The family moved",
    }),
    invitations: pending,
    outbox: (await t.run((ctx) => ctx.db.get("invitations", pending)))?.mailId ?? "",
    auditAlarms: await t.run((ctx) => ctx.db.insert("auditAlarms", alarmIn(world))),
    emergencyAccesses: await anEmergency(child),
    disclosures: disclosureId,
    recordRequests: requestId,
    passkeys: await aPasskey(t),
    memberships: await membershipOf(t, (await world.aMember("teacher")).personId),
    ...(await calendarRowsOf(world)),
    ...(await rosterRowsOf(t, world)),
    ...(await groupRowsOf(child, schoolId)),
    ...(await familyRowsOf(t, child)),
    ...(await copiesOf(t, child)),
    ...(await statusRows(t, child)),
    ...(await mergeRows(t, child)),
  };
}

const alarmIn = ({ organizationId }: World) => ({ organizationId, brokenAt: 7, foundAt: Date.now() });

/** Over already, so that it opens nothing to anybody. */
async function anEmergency({ world, studentId, studentNumber }: Child): Promise<Id<"emergencyAccesses">> {
  const teacher = await world.aMember("teacher");
  await teacher.mutation(api.access.emergencies.begin, {
    organizationId: world.organizationId,
    studentNumber,
    reason: "Substitute nurse, the child is unwell",
    hours: 1,
  });
  const [access] = await teacher.query(api.access.emergencies.listRunning, { studentId });
  if (!access) throw new Error("The emergency access did not begin.");
  const { emergencyAccessId } = access;
  await teacher.mutation(api.access.emergencies.end, { studentId, emergencyAccessId });
  return emergencyAccessId;
}

async function anObservation(t: Deployment, child: Child, goalId: Id<"goals">): Promise<Id<"observations">> {
  return await t.run(
    async (ctx) =>
      await ctx.db.insert("observations", {
        organizationId: child.world.organizationId,
        studentId: child.studentId,
        goalId,
        observedOn: "2026-01-05",
        value: 41,
        recordedBy: child.caseManager.personId,
        clientKey: "crowd-observation",
      }),
  );
}

async function membershipOf(t: Deployment, personId: Id<"people">): Promise<Id<"memberships">> {
  return await t.run(async (ctx) => {
    const row = await ctx.db
      .query("memberships")
      .withIndex("by_person", (q) => q.eq("personId", personId))
      .first();
    if (!row) throw new Error("Accepting the invitation made no membership.");
    return row._id;
  });
}

/** A term and a closure of the world's calendar; each call makes them in a year of their own. */
let years = 2030;
async function calendarRowsOf({ administrator, organizationId }: World) {
  const year = years++;
  const span = { organizationId, name: "Some days", startsOn: `${year}-02-01`, endsOn: `${year}-03-01` };
  return {
    terms: await administrator.mutation(api.organizations.calendar.addTerm, span),
    closures: await administrator.mutation(api.organizations.calendar.addClosure, { ...span, isOpen: false }),
  };
}

/** A group that the child is in and somebody else teaches. */
async function groupRowsOf({ world, studentId }: Child, schoolId: Id<"organizations">) {
  const { administrator, organizationId } = world;
  const group = { organizationId, schoolId, name: "4B", kind: "classroom" as const, subject: "" };
  const groupId = await administrator.mutation(api.groups.groups.add, group);
  const { personId } = await world.aMember("teacher");
  const member = { organizationId, groupId };
  const groupTeacherId = await administrator.mutation(api.groups.members.addTeacher, { ...member, personId });
  await administrator.mutation(api.groups.members.addStudents, { ...member, studentIds: [studentId] });
  const { students } = await administrator.query(api.groups.groups.get, member);
  return { groups: groupId, groupTeachers: groupTeacherId, groupStudents: students[0]?.groupStudentId ?? "" };
}

/** A count, and a copy of each kind that is still being made. */
async function copiesOf(t: Deployment, { world, studentId, caseManager }: Child) {
  const { organizationId } = world;
  const { personId: requestedBy } = caseManager;
  const asked = { organizationId, requestedBy, requestedAt: 0 };
  const built = { ...asked, status: "failed" as const, done: 0, total: 1, parts: [] };
  return await t.run(async (ctx) => ({
    retentionProposals: await ctx.db.insert("retentionProposals", {
      organizationId,
      studentId,
      recordKind: "files",
      reason: "schedule",
      dueOn: "2026-01-05",
      proposedAt: 0,
      status: "proposed",
    }),
    reportRuns: await ctx.db.insert("reportRuns", {
      ...asked,
      kind: "distribution",
      from: "2026-01-05",
      to: "2026-01-05",
      scope: { of: "organization" },
      status: "done",
      scanned: 0,
      school: 0,
      cursor: null,
      periods: [],
    }),
    childExports: await ctx.db.insert("childExports", {
      ...built,
      studentId,
      audience: "family",
      locale: "en",
    }),
    organizationExports: await ctx.db.insert("organizationExports", {
      ...built,
      table: 0,
      cursor: null,
      touchedAt: 0,
    }),
  }));
}

/** Somebody's passkey: nobody of the crowd holds it. */
const aPasskey = (t: Deployment) =>
  t.run((ctx) =>
    ctx.db.insert("passkeys", {
      ...{ authUserId: "somebody", credentialID: crypto.randomUUID(), publicKey: "" },
      ...{ name: "Somebody's phone", counter: 0, deviceType: "multiDevice", backedUp: true, createdAt: 0 },
    }),
  );
