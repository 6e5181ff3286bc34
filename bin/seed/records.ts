import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { addDays } from "#convex/dates.ts";
import type { SampleChild } from "#convex/sample/child.ts";
import { type District, personOf } from "./district.ts";

type Of = { district: District; child: SampleChild; studentId: Id<"students"> };

/** Writes what the sample knows of a child beside who they are, each part by whoever would know it. */
export async function writeRecord({ district, child, studentId }: Of): Promise<void> {
  const { record } = child;
  if (!record) return;
  const caseManager = personOf(district, child.caseManager);
  const { parts } = await caseManager.query(api.students.profile.get, { studentId });
  if (parts.languages.home !== "") return;
  const teacher = personOf(
    district,
    child.team.find((key) => key !== child.caseManager) ?? child.caseManager,
  );
  const {
    pronouns,
    stateNumber,
    byTheCaseManager = {},
    byTheTeam = {},
    health,
    baselines,
    cameFrom,
  } = record;
  if (pronouns !== undefined || stateNumber !== undefined) {
    await caseManager.mutation(api.students.record.edit, { studentId, pronouns, stateNumber });
  }
  for (const [part, changes] of Object.entries(byTheCaseManager)) {
    const change = { part, base: {}, changes } as never;
    await caseManager.mutation(api.students.profile.edit, { studentId, change });
  }
  for (const [part, changes] of Object.entries(byTheTeam)) {
    const change = { part, base: {}, changes } as never;
    await teacher.mutation(api.students.learning.edit, { studentId, change });
  }
  if (baselines) {
    const facts = baselines.map(({ daysAgo, ...fact }, i) => ({
      ...fact,
      key: String(i),
      measuredOn: addDays(district.today, -daysAgo),
    }));
    const change = { part: "baselines" as const, base: {}, changes: { baselines: facts } };
    await teacher.mutation(api.students.learning.edit, { studentId, change });
  }
  if (health) {
    await caseManager.mutation(api.students.health.open, { studentId });
    await caseManager.mutation(api.students.health.edit, { studentId, base: {}, changes: health });
  }
  if (cameFrom) {
    const movedOn = addDays(district.today, -cameFrom.daysAgo);
    const { place, comparableServices } = cameFrom;
    await caseManager.mutation(api.students.transfers.recordArrival, {
      studentId,
      place,
      movedOn,
      reason: "The family moved",
      comparableServices,
      consultedOn: movedOn,
      recordsRequestedOn: movedOn,
    });
  }
}
