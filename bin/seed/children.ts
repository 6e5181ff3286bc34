import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { addDays, addYears } from "#convex/dates.ts";
import { ava } from "#convex/sample/ava/ava.ts";
import type { SampleChild } from "#convex/sample/child.ts";
import { firstPlanIn, formerPlan, stateNumberOf } from "#convex/sample/former.ts";
import { samplePeople } from "#convex/sample/people.ts";
import { admit, type District, personOf } from "./district.ts";
import { writeFamily } from "./families.ts";
import { writePlan } from "./plans.ts";
import { keepAccount } from "./privacy.ts";
import { writeRecord } from "./records.ts";
import { writeStatus } from "./status.ts";

/** Children have been at school for some time, too, and for a while before their first plan. */
const ENROLLED_SINCE_DAYS = 210;
const ENROLLED_BEFORE_PLAN_DAYS = 60;
/** Teams have been working for some time when one comes to look. */
const TEAM_SINCE_DAYS = 200;

/** The students that are there already, by name. */
export async function studentsByName({ administrator, organizationId }: District) {
  const { page } = await administrator.query(api.students.students.listMine, {
    organizationId,
    paginationOpts: { numItems: 200, cursor: null },
  });
  return new Map(page.map(({ name, studentId }) => [name, studentId]));
}

/** Enrols a child, puts the team together, writes the plans, and lets the guardians in. */
export async function loadChild(
  district: District,
  child: SampleChild,
  present: Map<string, Id<"students">>,
): Promise<void> {
  const name = `${child.preferredName ?? child.firstName} ${child.lastName}`;
  const studentId = present.get(name) ?? (await enrol(district, child));
  await gatherTeam(district, child, studentId);
  await writeRecord({ district, child, studentId });
  await writeStatus({ district, child, studentId });
  const former = formerPlan(child);
  for (const plan of former ? [former, ...child.plans] : child.plans)
    await writePlan({ district, child, plan, studentId });
  for (const { key, relationship } of child.guardians ?? []) {
    await admit(district, key, { studentId, relationship });
  }
  await writeFamily({ district, child, studentId });
  if (child.number === ava.number) await keepAccount(district, studentId);
}

async function enrol(district: District, child: SampleChild): Promise<Id<"students">> {
  const [years, days] = child.age;
  const { firstName, lastName, preferredName, gradeLevel, number: studentNumber } = child;
  const stateNumber = stateNumberOf(child);
  return await district.administrator.mutation(api.students.students.add, {
    organizationId: district.organizationId,
    schoolId: district.schools[child.school],
    studentNumber,
    firstName,
    lastName,
    ...(preferredName ? { preferredName } : {}),
    ...(stateNumber && { stateNumber }),
    gradeLevel,
    birthOn: addDays(addYears(district.today, -years), -days),
    caseManagerId: personOf(district, child.caseManager).personId,
    startsOn: addDays(
      district.today,
      -(child.record?.cameFrom?.daysAgo ?? child.enrolledSince ?? enrolledSince(child)),
    ),
    needs: [...child.needs],
  });
}

function enrolledSince(child: SampleChild): number {
  return Math.max(ENROLLED_SINCE_DAYS, ENROLLED_BEFORE_PLAN_DAYS - (firstPlanIn(child) ?? 0));
}

async function gatherTeam(district: District, child: SampleChild, studentId: Id<"students">) {
  const { administrator, today } = district;
  const { team } = await administrator.query(api.students.record.get, { studentId });
  const startsOn = addDays(today, -TEAM_SINCE_DAYS);
  for (const key of child.team) {
    const { personId } = personOf(district, key);
    if (team.some(({ person }) => person.personId === personId)) continue;
    const sample = samplePeople.find((candidate) => candidate.key === key);
    const teamRole = sample && "teamRole" in sample ? sample.teamRole : "other";
    await administrator.mutation(api.students.team.add, { studentId, personId, teamRole, startsOn });
  }
}
