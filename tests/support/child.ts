import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import type { TeamRole } from "#convex/values.ts";
import { agree, type Plan, type PlanDetails, writePlan } from "./plan.ts";
import type { Person, World } from "./world.ts";

export type ChildDetails = {
  firstName?: string;
  lastName?: string;
  birthOn?: string;
  gradeLevel?: string;
  schoolId?: Id<"organizations">;
  studentNumber?: string;
  /** The first day at the school; today when absent. */
  startsOn?: string;
  caseManager?: Person;
};

/** A pupil, and the people around them, made when first asked for. */
export type Child = {
  world: World;
  studentId: Id<"students">;
  studentNumber: string;
  birthOn: string;
  caseManager: Person;
  as: {
    administrator: () => Promise<Person>;
    caseManager: () => Promise<Person>;
    /** A teacher on the child's team. */
    teacher: () => Promise<Person>;
    specialist: () => Promise<Person>;
    guardian: () => Promise<Person>;
    /** The pupil's own account. */
    student: () => Promise<Person>;
    /** A teacher of the same district who has nothing to do with this child. */
    teacherElsewhere: () => Promise<Person>;
    /** The guardian of another child of the district. */
    guardianElsewhere: () => Promise<Person>;
  };
  join(person: Person, teamRole?: TeamRole): Promise<Id<"teamMemberships">>;
  anIep(details?: PlanDetails): Promise<Plan>;
};

let numbers = 0;

/** Enrols a pupil in the world's school. */
export async function enrol(world: World, details: ChildDetails = {}): Promise<Child> {
  const caseManager = details.caseManager ?? (await world.aMember("caseManager"));
  const { administrator, organizationId } = world;
  const studentNumber = details.studentNumber ?? `N-${++numbers}`;
  const birthOn = details.birthOn ?? "2016-03-09";
  const studentId = await administrator.mutation(api.students.students.add, {
    organizationId,
    schoolId: details.schoolId ?? world.schoolId,
    studentNumber,
    firstName: details.firstName ?? "Robin",
    lastName: details.lastName ?? "Example",
    birthOn,
    ...(details.startsOn && { startsOn: details.startsOn }),
    gradeLevel: details.gradeLevel ?? "4",
    caseManagerId: caseManager.personId,
    needs: ["specificLearningDisability"],
  });

  const join = (person: Person, teamRole: TeamRole = "generalEducationTeacher") =>
    caseManager.mutation(api.students.team.add, { studentId, personId: person.personId, teamRole });
  const joining = async (person: Person, teamRole: TeamRole) => {
    await join(person, teamRole);
    return person;
  };
  const child: Child = {
    world,
    studentId,
    studentNumber,
    birthOn,
    caseManager,
    join,
    as: {
      administrator: async () => administrator,
      caseManager: async () => caseManager,
      teacher: once(async () => joining(await world.aMember("teacher"), "generalEducationTeacher")),
      specialist: once(async () => joining(await world.aMember("specialist"), "specialist")),
      guardian: once(() => world.aMember("guardian", { studentId, relationship: "mother" })),
      student: once(async () => {
        await agree(child, "under13Use");
        return await world.aMember("student", { studentId });
      }),
      teacherElsewhere: once(() => world.aMember("teacher", { name: "Toni Elsewhere" })),
      guardianElsewhere: once(async () => (await world.aStudent({ caseManager })).as.guardian()),
    },
    anIep: (planDetails) => writePlan(child, planDetails),
  };
  return child;
}

/** Makes it the first time, and answers with the same one ever after. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
