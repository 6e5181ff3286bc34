import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { addDays } from "#convex/dates.ts";
import { ava } from "#convex/sample/ava/ava.ts";
import { disclosures, emergency, requests } from "#convex/sample/privacy.ts";
import { type District, personOf } from "./district.ts";

/** Writes down what has become of Ava's record: only what is not there yet. */
export async function keepAccount(district: District, studentId: Id<"students">): Promise<void> {
  const { today } = district;
  const day = (daysAgo: number) => addDays(today, -daysAgo);
  const manager = personOf(district, ava.caseManager);
  const paginationOpts = { numItems: 10, cursor: null };
  const given = await manager.query(api.disclosures.disclosures.list, { studentId, paginationOpts });
  for (const { daysAgo, ...disclosure } of disclosures.slice(given.page.length)) {
    const disclosedOn = day(daysAgo);
    await manager.mutation(api.disclosures.disclosures.record, { studentId, ...disclosure, disclosedOn });
  }
  const asked = await manager.query(api.disclosures.requests.list, { studentId });
  for (const { askedDaysAgo, answered, ...request } of requests.slice(asked.length)) {
    const askedOn = day(askedDaysAgo);
    const requestId = await manager.mutation(api.disclosures.requests.record, {
      studentId,
      ...request,
      askedOn,
    });
    if (!answered) continue;
    const { daysAgo, ...answer } = answered;
    const answeredOn = day(daysAgo);
    await manager.mutation(api.disclosures.requests.answer, { studentId, requestId, ...answer, answeredOn });
  }
  await openInEmergency(district, studentId);
}

async function openInEmergency(district: District, studentId: Id<"students">): Promise<void> {
  const { administrator, organizationId } = district;
  const known = await administrator.query(api.access.emergencies.list, { studentId });
  if (known.length > 0) return;
  const reader = personOf(district, emergency.by);
  await reader.mutation(api.access.emergencies.begin, {
    organizationId,
    studentNumber: ava.number,
    reason: emergency.reason,
    hours: 1,
  });
  const [running] = await reader.query(api.access.emergencies.listRunning, { studentId });
  if (!running) throw new Error("The sample emergency did not begin.");
  const place = { studentId, emergencyAccessId: running.emergencyAccessId };
  await reader.mutation(api.access.emergencies.end, place);
  const judged = { ...place, review: "accepted" as const, note: emergency.review };
  await administrator.mutation(api.access.emergencies.review, judged);
}
