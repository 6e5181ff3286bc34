import { ConvexError } from "convex/values";
import fc from "fast-check";
import { expect, test } from "vitest";
import { api, internal } from "#convex/_generated/api.js";
import { addDays } from "#convex/dates.ts";
import { putInEffect } from "#tests/support/plan.ts";
import { aWorld } from "#tests/support/world.ts";

/** What somebody does with a child's plans; what is not possible just then is refused, and changes nothing. */
type Step = { what: "start" | "move" | "putInEffect" | "expire"; days: number };
const step = fc.record({
  what: fc.constantFrom<Step["what"]>("start", "move", "putInEffect", "expire"),
  days: fc.integer({ min: 1, max: 300 }),
});
const runs = Number(process.env.LISTED_PLAN_RUNS ?? 4);

test("the list never says otherwise than the plans themselves, whatever is done with them", async () => {
  const world = await aWorld();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 6 }), async (steps) => {
      const child = await world.aStudent();
      const { studentId, caseManager } = child;
      const record = () => caseManager.query(api.students.record.get, { studentId });
      for (const { what, days } of steps) {
        const { today, draftIepId } = await record();
        const startsOn = addDays(today, -days);
        try {
          if (what === "start") await child.anIep({ startsOn });
          else if (what === "expire") await world.backend.operator.mutation(internal.ieps.expiry.close, {});
          else if (draftIepId === null) continue;
          else if (what === "putInEffect") await putInEffect(child, draftIepId);
          else {
            const dates = { startsOn, endsOn: addDays(startsOn, 200), meetingOn: startsOn };
            await caseManager.mutation(api.ieps.ieps.setDates, { studentId, iepId: draftIepId, ...dates });
          }
        } catch (refusal) {
          if (!(refusal instanceof ConvexError)) throw refusal;
          // A second draft, an overlap: the rules of plans, which have tests of their own.
        }
        const { plans } = await record();
        const { page } = await caseManager.query(api.students.students.listMine, {
          organizationId: world.organizationId,
          paginationOpts: { numItems: 10, cursor: null },
        });
        const shown =
          plans.find(({ status }) => status === "inEffect") ?? plans.find(({ status }) => status === "draft");
        const listed = page.find((row) => row.studentId === studentId)?.plan;
        expect(
          listed && { iepId: listed.iepId, status: listed.status, reviewDueOn: listed.reviewDueOn },
        ).toEqual(
          shown
            ? {
                iepId: shown.iepId,
                status: shown.status,
                reviewDueOn: shown.status === "inEffect" ? shown.reviewDueOn : null,
              }
            : null,
        );
      }
    }),
    { numRuns: runs },
  );
}, 120_000);
