import { api, components } from "#convex/_generated/api.js";
import { addDays } from "#convex/dates.ts";
import type { Insider } from "#tests/convex/insiders.ts";
import type { Ids } from "./arguments.ts";
import type { Caller } from "./backend.ts";
import type { Child } from "./child.ts";
import { convexTestBackend, openConvexTest } from "./convexTestBackend.ts";
import { aFormerColleague, aFormerGuardian, aFormerMember, aRevokedSession, rowsOf } from "./crowd.ts";
import { aVisitor, aWorld } from "./world.ts";

/** Children as seen from the one child whom everybody here has to do with. */
export const children = [
  "the child",
  "a child of the same school",
  "a child of another school",
  "a child of another district",
  // Being destroyed: the child's own row is gone, and everything else is still there.
  "a child who is no more",
  "an archived child",
] as const;
export type ChildName = (typeof children)[number];

/**
 * What somebody is to a child: who they are around it, an administrator bound to its school, let in for an emergency
 * that lasts, or nobody to it.
 */
export type Standing = Insider | "schoolAdministrator" | "emergency" | null;

export type Neighbour = {
  name: string;
  caller: Caller;
  isSignedIn: boolean;
  /** The district they belong to: the child's, the other one, or none. */
  district: "own" | "other" | null;
  /** What they are in their district, whatever child is in question. */
  part: Standing;
  standsTo: (child: ChildName) => Standing;
};

/** Several children of two districts with rows of every table around each, and everybody's relation to all of them. */
export type Neighbourhood = {
  deployment: ReturnType<typeof openConvexTest>;
  neighbours: Neighbour[];
  /** Rows around each child, by table; `organizations` is its school. */
  ids: Record<ChildName, Ids>;
  districts: { own: string; other: string };
};

/** Stands in the names and words around a child, so that its data can be recognized wherever it turns up. */
export const canaryOf = (child: ChildName): string => `canary${children.indexOf(child)}k7q`;

export async function aNeighbourhood(): Promise<Neighbourhood> {
  const deployment = openConvexTest();
  const world = await aWorld(convexTestBackend(deployment));
  const elsewhere = await aWorld(world.backend);
  const otherSchoolId = await world.aSchool("Other School");
  const named = (child: ChildName) => ({ lastName: canaryOf(child) });
  const child = await world.aStudent(named("the child"));
  const known: Record<ChildName, Child> = {
    "the child": child,
    "a child of the same school": await world.aStudent(named("a child of the same school")),
    "a child of another school": await world.aStudent({
      ...named("a child of another school"),
      schoolId: otherSchoolId,
    }),
    "a child of another district": await elsewhere.aStudent(named("a child of another district")),
    "a child who is no more": await world.aStudent(named("a child who is no more")),
    "an archived child": await world.aStudent({ ...named("an archived child"), startsOn: "2024-08-20" }),
  };
  const ids = {} as Neighbourhood["ids"];
  for (const name of children) {
    const schoolId = name === "a child of another school" ? otherSchoolId : undefined;
    ids[name] = await rowsOf(deployment, known[name], schoolId);
  }

  const toTheChild = (standing: Insider) => (name: ChildName) => (name === "the child" ? standing : null);
  const toNobody = () => null;
  const administers = (district: readonly ChildName[]) => (name: ChildName) =>
    district.includes(name) ? ("administrator" as const) : null;
  const bound = (schools: readonly ChildName[]) => (name: ChildName) =>
    schools.includes(name) ? ("schoolAdministrator" as const) : null;
  const member = { isSignedIn: true, district: "own" } as const;
  const stranger = { isSignedIn: true, district: null, part: null, standsTo: toNobody };
  const gone = { isSignedIn: false, district: null, part: null, standsTo: toNobody };
  const around = (part: Insider, caller: Caller): Neighbour => ({
    ...member,
    name: part,
    part,
    caller,
    standsTo: toTheChild(part),
  });

  const neighbours: Neighbour[] = [
    {
      ...member,
      name: "administrator",
      part: "administrator",
      caller: world.administrator,
      standsTo: administers([
        "the child",
        "a child of the same school",
        "a child of another school",
        "an archived child",
      ]),
    },
    {
      ...member,
      name: "administrator of the school",
      part: "schoolAdministrator",
      caller: await world.aMember("administrator", { schoolId: world.schoolId }),
      standsTo: bound(["the child", "a child of the same school", "an archived child"]),
    },
    {
      ...member,
      name: "administrator of another school",
      part: "schoolAdministrator",
      caller: await world.aMember("administrator", { schoolId: otherSchoolId }),
      standsTo: bound(["a child of another school"]),
    },
    around("caseManager", child.caseManager),
    around("teacher", await child.as.teacher()),
    around("specialist", await child.as.specialist()),
    around("guardian", await child.as.guardian()),
    around("student", await child.as.student()),
    {
      ...member,
      name: "teacher of nobody",
      part: "teacher",
      caller: await child.as.teacherElsewhere(),
      standsTo: toNobody,
    },
    {
      ...member,
      name: "a teacher let in for an emergency",
      part: "teacher",
      caller: (await inEmergency(child)).teacher,
      standsTo: (name) => (name === "the child" ? "emergency" : null),
    },
    {
      ...member,
      name: "a teacher whose emergency is over",
      part: "teacher",
      caller: await afterEmergency(child),
      standsTo: toNobody,
    },
    {
      ...member,
      name: "a former member of the team",
      part: "teacher",
      caller: await aFormerColleague(child),
      standsTo: toNobody,
    },
    {
      ...member,
      name: "a former guardian",
      part: "guardian",
      caller: await aFormerGuardian(child),
      standsTo: toNobody,
    },
    { ...stranger, name: "a member who has left", caller: await aFormerMember(world, child) },
    {
      name: "the administrator of another district",
      isSignedIn: true,
      district: "other",
      part: "administrator",
      caller: elsewhere.administrator,
      standsTo: administers(["a child of another district"]),
    },
    { ...stranger, name: "somebody who belongs nowhere", caller: await aVisitor(world.backend) },
    { ...gone, name: "a revoked session", caller: await aRevokedSession(deployment, child) },
    { ...gone, name: "a session that has run out", caller: await anExpiredSession(deployment, child) },
    { ...gone, name: "nobody", caller: world.backend.stranger },
  ];

  await forget(deployment, known["a child who is no more"]);
  await archive(known["an archived child"]);
  return {
    deployment,
    neighbours,
    ids,
    districts: { own: world.organizationId, other: elsewhere.organizationId },
  };
}

/** A teacher who has nothing to do with the child, and reads its record in an emergency. */
async function inEmergency({ world, studentId, studentNumber }: Child) {
  const teacher = await world.aMember("teacher");
  await teacher.mutation(api.access.emergencies.begin, {
    organizationId: world.organizationId,
    studentNumber,
    reason: "Substitute nurse, the child is unwell",
    hours: 1,
  });
  const running = await teacher.query(api.access.emergencies.listRunning, { studentId });
  const own = running.find(({ isMine }) => isMine);
  if (!own) throw new Error("The emergency access did not begin.");
  return { teacher, emergencyAccessId: own.emergencyAccessId };
}

async function afterEmergency(child: Child): Promise<Caller> {
  const { teacher, emergencyAccessId } = await inEmergency(child);
  await teacher.mutation(api.access.emergencies.end, { studentId: child.studentId, emergencyAccessId });
  return teacher;
}

async function archive({ world, studentId }: Child): Promise<void> {
  const { today } = await world.administrator.query(api.students.record.get, { studentId });
  const leaving = { reason: "withdrawn" as const, lastDayOn: addDays(today, -1) };
  await world.administrator.mutation(api.students.archiving.archive, { studentId, ...leaving });
}

/** A teacher of the child's team whose session has run out while their token is still good. */
async function anExpiredSession(t: Neighbourhood["deployment"], child: Child): Promise<Caller> {
  const person = await child.world.aMember("teacher");
  await child.join(person);
  await t.run(async (ctx) => {
    const row = await ctx.db.get("people", person.personId);
    await ctx.runMutation(components.betterAuth.adapter.updateMany, {
      input: {
        model: "session",
        where: [{ field: "userId", value: row?.authUserId ?? "" }],
        update: { expiresAt: Date.now() - 1000 },
      },
      paginationOpts: { numItems: 10, cursor: null },
    });
  });
  return person;
}

async function forget(t: Neighbourhood["deployment"], child: Child): Promise<void> {
  await t.run(async (ctx) => ctx.db.delete("students", child.studentId));
}
