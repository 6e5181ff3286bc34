import { paginationOptsValidator, paginationResultValidator } from "convex/server";
import { type Infer, v } from "convex/values";
import { problem } from "../errors";
import { type OrganizationQueryCtx, organizationMutation, organizationQuery } from "../functions";
import { iepStatus } from "../ieps/schema";
import { requireMember } from "../organizations/model";
import { accepted } from "../typed";
import { civilDay, gradeLevel, needCategory } from "../values";
import { noPlanYet } from "./listedPlan";
import { caseloadOf, presentInList, requireFreeNumber, requireSchool } from "./model";
import { birthProblem, hasOnePrimary, searchNameOf, studentInput } from "./rules";
import { enrolmentStatus } from "./schema";

const listed = v.object({
  studentId: v.id("students"),
  name: v.string(),
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
      reviewDueOn: civilDay,
      daysUntilReview: v.number(),
    }),
  ),
});

const MOST_FOUND = 50;

/**
 * The students the caller works with, by name; for an administrator, those of the schools they cover. With
 * `search`, the best fifty matches on name or number.
 */
export const listMine = organizationQuery({
  can: "students.list",
  args: { paginationOpts: paginationOptsValidator, search: v.optional(v.string()) },
  returns: paginationResultValidator(listed),
  handler: async (ctx, { paginationOpts, search }) => {
    const words = search?.trim() ?? "";
    const administers = ctx.memberships.filter((membership) => membership.role === "administrator");
    const found =
      administers.length > 0
        ? await administered(ctx, onlySchoolOf(administers), words, paginationOpts)
        : onePage((await caseloadOf(ctx)).filter((student) => matches(student.searchName, words)));
    const page: Infer<typeof listed>[] = [];
    for (const student of found.page) page.push(await presentInList(ctx, student));
    return { ...found, page };
  },
});

/** The school that an administrator is bound to; whoever administers the whole organization besides is not bound. */
function onlySchoolOf(administers: readonly OrganizationQueryCtx["memberships"][number][]) {
  return administers.some(({ schoolId }) => schoolId === undefined) ? undefined : administers[0]?.schoolId;
}

/** All students of the organization, or of one school; searched, or by name. */
async function administered(
  ctx: OrganizationQueryCtx,
  schoolId: OrganizationQueryCtx["memberships"][number]["schoolId"],
  words: string,
  paginationOpts: Infer<typeof paginationOptsValidator>,
) {
  const organizationId = ctx.organization._id;
  if (words !== "") {
    const found = ctx.db.query("students").withSearchIndex("search_name", (q) => {
      const inOrganization = q.search("searchName", words).eq("organizationId", organizationId);
      return schoolId ? inOrganization.eq("schoolId", schoolId) : inOrganization;
    });
    return onePage(await found.take(MOST_FOUND));
  }
  const query = ctx.db.query("students");
  return schoolId
    ? await query.withIndex("by_school_and_name", (q) => q.eq("schoolId", schoolId)).paginate(paginationOpts)
    : await query
        .withIndex("by_organization_and_name", (q) => q.eq("organizationId", organizationId))
        .paginate(paginationOpts);
}

/** A list that is short by nature, in the shape of a page that is the last one. */
const onePage = <Row>(page: Row[]) => ({ page, isDone: true, continueCursor: "" });

/** Whether every word typed begins a word of the name or the number. */
function matches(searchName: string, words: string): boolean {
  const parts = searchName.toLowerCase().split(/\s+/);
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => parts.some((part) => part.startsWith(word)));
}

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
