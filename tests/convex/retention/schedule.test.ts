import { expect, test } from "vitest";
import { api, internal } from "#convex/_generated/api.js";
import { addDays, addYears } from "#convex/dates.ts";
import { convexTestBackend, openConvexTest } from "#tests/support/convexTestBackend.ts";
import { expectRefusal } from "#tests/support/problems.ts";
import { settled } from "#tests/support/settled.ts";
import { aWorld } from "#tests/support/world.ts";

const paginationOpts = { numItems: 5, cursor: null };

test("what the schedule has proposed is not destroyed once the schedule says otherwise, and is taken back", async () => {
  const t = openConvexTest();
  const { administrator, organizationId, aStudent } = await aWorld(convexTestBackend(t));
  const { today } = await administrator.query(api.organizations.organizations.get, { organizationId });
  const leftOn = addYears(today, -9);
  const { studentId } = await aStudent({ startsOn: addDays(leftOn, -300) });
  const left = { studentId, reason: "withdrawn" as const, lastDayOn: leftOn };
  await administrator.mutation(api.students.archiving.archive, left);
  const listed = async (status: "proposed" | "withdrawn") => {
    const asked = { organizationId, status, paginationOpts };
    return (await administrator.query(api.retention.proposals.list, asked)).page;
  };
  await t.mutation(internal.retention.proposing.start, {});
  const [proposal] = await settled(
    () => listed("proposed"),
    ({ length }) => length > 0,
  );
  expect(proposal).toMatchObject({
    studentId,
    reason: "schedule",
    dueOn: addYears(leftOn, 7),
    isBack: false,
  });
  if (!proposal) return;
  const { proposalId } = proposal;
  const kept = { organizationId, recordKind: "record" as const, years: 25, from: "leaving" as const };
  await administrator.mutation(api.retention.schedule.set, kept);
  const first = { organizationId, proposalId, seen: "proposed" as const, keepsPermanentRecord: true };
  await expectRefusal(administrator.mutation(api.retention.proposals.confirm, first), "not_due_any_more");
  await t.mutation(internal.retention.proposing.start, {});
  const [back] = await settled(
    () => listed("withdrawn"),
    ({ length }) => length > 0,
  );
  expect(back?.proposalId).toBe(proposalId);
});
