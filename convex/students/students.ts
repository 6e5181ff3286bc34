import { paginationOptsValidator, paginationResultValidator } from "convex/server";
import { type Infer, v } from "convex/values";
import { problem } from "../errors";
import { organizationMutation, organizationQuery } from "../functions";
import { iepStatus } from "../ieps/schema";
import { requireMember } from "../organizations/model";
import { accepted } from "../typed";
import { civilDay, gradeLevel, needCategory } from "../values";
import { noPlanYet } from "./listedPlan";
import { pageOf } from "./listing";
import { namesOnce, presentInList, requireFreeNumber, requireSchool } from "./model";
import { birthProblem, hasOnePrimary, searchNameOf, studentInput } from "./rules";
import { planFilters, sorts } from "./rules/listing";
import { enrolmentStatus } from "./schema";

const oneOf = <T extends string>(names: readonly T[]) => v.union(...names.map((name) => v.literal(name)));

const listed = v.object({
  studentId: v.id("students"),
  name: v.string(),
  studentNumber: v.string(),
  schoolId: v.id("organizations"),
  schoolName: v.string(),
  gradeLevel,
  enrolmentStatus,
  needCategories: v.array(needCategory),
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
 * of the review, narrowed by any of the filters; with `search`, the best fifty matches on name or number. A page can
 * be shorter than asked for: it reads four hundred rows at most, whatever the size of the district. Ask for the next
 * page with `endCursor` set on this one, or what is added meanwhile shows twice.
 */
export const listMine = organizationQuery({
  can: "students.list",
  args: {
    paginationOpts: paginationOptsValidator,
    search: v.optional(v.string()),
    sort: v.optional(oneOf(sorts)),
    schoolId: v.optional(v.id("organizations")),
    gradeLevel: v.optional(gradeLevel),
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
    birthOn: civilDay,
    gradeLevel,
    caseManagerId: v.optional(v.id("people")),
    needCategories: v.array(needCategory),
  },
  returns: v.id("students"),
  handler: async (ctx, { organizationId, schoolId, caseManagerId, needCategories, ...typed }) => {
    const { preferredName, ...student } = accepted(studentInput, typed);
    const birth = birthProblem(typed.birthOn, ctx.today);
    if (birth) throw problem(birth, { field: "birthOn" });
    if (!hasOnePrimary(needCategories)) throw problem("invalid", { field: "needCategories" });
    await requireSchool(ctx, organizationId, schoolId);
    const covered = ctx.memberships.some(
      ({ role, schoolId: only }) => role === "administrator" && (only === undefined || only === schoolId),
    );
    if (!covered) throw problem("not_allowed", { field: "schoolId" });
    await requireFreeNumber(ctx, organizationId, student.studentNumber);
    if (caseManagerId) await requireMember(ctx, caseManagerId, ["caseManager", "teacher", "specialist"]);
    const studentId = await ctx.db.insert("students", {
      organizationId,
      schoolId,
      ...student,
      ...(preferredName && { preferredName }),
      ...(caseManagerId && { caseManagerId }),
      needCategories,
      enrolmentStatus: "active",
      searchName: searchNameOf({ ...student, preferredName }),
      ...noPlanYet,
    });
    ctx.note(`student ${studentId}`);
    return studentId;
  },
});
