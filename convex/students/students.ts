import { paginationOptsValidator, paginationResultValidator } from "convex/server";
import { type Infer, v } from "convex/values";
import type { Id } from "../_generated/dataModel";
import { problem } from "../errors";
import { organizationMutation, organizationQuery } from "../functions";
import { iepStatus } from "../ieps/schema";
import { senStatus } from "../status/schema";
import { civilDay } from "../values";
import { pageOf } from "./listing";
import { namesOnce, presentInList, requireSchool } from "./model";
import { enrolStudent } from "./registering";
import { planFilters, sorts } from "./rules/listing";
import { currentNeeds, enrolmentStatus } from "./schema";

const oneOf = <T extends string>(names: readonly T[]) => v.union(...names.map((name) => v.literal(name)));

const listed = v.object({
  studentId: v.id("students"),
  name: v.string(),
  studentNumber: v.string(),
  schoolId: v.id("organizations"),
  schoolName: v.string(),
  gradeLevel: v.string(),
  enrolmentStatus,
  senStatus,
  needs: currentNeeds,
  caseManagerName: v.union(v.string(), v.null()),
  relation: v.union(v.literal("caseManager"), v.literal("team")),
  plan: v.union(
    v.null(),
    v.object({
      iepId: v.id("ieps"),
      status: iepStatus,
      /** null for a draft: nothing is due before it is in effect. */
      reviewDueOn: v.union(civilDay, v.null()),
      daysUntilReview: v.union(v.number(), v.null()),
    }),
  ),
});

/**
 * The students the caller works with; for an administrator, those of the schools they cover. By name or by the day
 * of the review, narrowed by any of the filters; with `search`, those who have a name or number for the beginning of
 * every word typed, in the order of the word found. A page can be shorter than asked for, even empty: it reads a
 * bounded number of rows, whatever the size of the district, and goes on behind its cursor, so that nobody is missed.
 * Ask for the next page with `endCursor` set on this one, or what is added meanwhile shows twice.
 */
export const listMine = organizationQuery({
  can: "students.list",
  args: {
    paginationOpts: paginationOptsValidator,
    search: v.optional(v.string()),
    sort: v.optional(oneOf(sorts)),
    schoolId: v.optional(v.id("organizations")),
    gradeLevel: v.optional(v.string()),
    status: v.optional(senStatus),
    /** The primary need, by its key. */
    need: v.optional(v.string()),
    /** null: those whom nobody manages. */
    caseManagerId: v.optional(v.union(v.id("people"), v.null())),
    plan: v.optional(oneOf(planFilters)),
    enrolment: v.optional(enrolmentStatus),
  },
  returns: paginationResultValidator(listed),
  handler: async (ctx, { organizationId: _, paginationOpts, search = "", sort = "name", ...filters }) => {
    const found = await pageOf(ctx, { ...filters, sort, words: search.trim() }, paginationOpts);
    const named = namesOnce(ctx);
    const page: Infer<typeof listed>[] = [];
    for (const student of found.page) page.push(await presentInList(ctx, student, named));
    return { ...found, page };
  },
});

/** Adds a pupil record. The number is unique in the organization; the case manager is one of its members. */
export const add = organizationMutation({
  can: "students.add",
  args: {
    schoolId: v.id("organizations"),
    studentNumber: v.string(),
    firstName: v.string(),
    lastName: v.string(),
    preferredName: v.optional(v.string()),
    pronouns: v.optional(v.string()),
    birthOn: civilDay,
    stateNumber: v.optional(v.string()),
    upn: v.optional(v.string()),
    gradeLevel: v.string(),
    caseManagerId: v.optional(v.id("people")),
    /** The needs known already, ranked, the first one primary; from the first day at the school on. */
    needs: v.optional(v.array(v.string())),
    /** The first day at the school; today when absent. */
    startsOn: v.optional(civilDay),
  },
  returns: v.id("students"),
  handler: async (ctx, { organizationId: _organizationId, ...typed }): Promise<Id<"students">> => {
    const covered = ctx.memberships.some(
      ({ role, schoolId: only }) =>
        role === "administrator" && (only === undefined || only === typed.schoolId),
    );
    await requireSchool(ctx, ctx.organization._id, typed.schoolId);
    if (!covered) throw problem("not_allowed", { field: "schoolId" });
    const studentId = await enrolStudent(ctx, typed);
    ctx.note(`student ${studentId}`);
    return studentId;
  },
});
