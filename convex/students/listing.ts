import type { PaginationOptions, PaginationResult } from "convex/server";
import { mergedStream, type QueryStream, stream } from "convex-helpers/server/stream";
import type { Doc, Id } from "../_generated/dataModel";
import { addDays, type CivilDay } from "../dates";
import type { OrganizationQueryCtx } from "../functions";
import { schoolsAdministered } from "../organizations/model";
import schema from "../schema";
import { foundPage } from "./finding";
import { NO_REVIEW } from "./listedPlan";
import { caseloadOf } from "./model";
import { REVIEW_HORIZON_DAYS } from "./rules";
import { compareFound, compareNames, isFound, isNarrow, type Wanted } from "./rules/listing";
import { beginningsIn } from "./rules/words";

type Student = Doc<"students">;
type Range = { from: CivilDay; until: CivilDay };

/**
 * So many rows are read for one page at most, whatever the size of the district: a page of a rare combination can
 * come out short, even empty, and goes on behind its cursor.
 */
const MOST_READ = 400;
/** Whoever looks for a name among no more students than this has them looked through, and not the names. */
const FEW = 100;
/** An administrator bound to more schools than this is better made one of the whole district. */
const MOST_SCHOOLS = 30;

/** One page of the students that the caller may list, as wanted. */
export async function pageOf(
  ctx: OrganizationQueryCtx,
  wanted: Wanted,
  page: PaginationOptions,
): Promise<PaginationResult<Student>> {
  const isAdministrator = ctx.memberships.some(({ role }) => role === "administrator");
  const passes = (student: Student) => isFound(student, wanted, ctx.today);
  if (!isAdministrator) {
    const caseload = (await caseloadOf(ctx)).filter(passes);
    return onePage(wanted.sort === "review" ? caseload.sort(compareReviews) : caseload);
  }
  const schools = schoolsIn(schoolsAdministered(ctx), wanted.schoolId);
  if (schools?.length === 0) return onePage([]);
  const fits = (student: Student) =>
    (schools === null || schools.includes(student.schoolId)) && passes(student);
  const beginnings = beginningsIn(wanted.words);
  if (beginnings.length > 0) {
    const among = await amongFew(ctx, wanted, schools, page);
    if (among) return onePage(among.filter(fits).sort(compareFound(beginnings)));
    return await foundPage(ctx, beginnings, { schools, passes }, page);
  }
  return await walkOf(ctx, wanted, schools)
    .filterWith(async (student) => fits(student))
    .paginate({ ...page, maximumRowsRead: MOST_READ });
}

/** The active students whose reviews are due first, up to a day, in the schools that the caller administers. */
export async function reviewsUntil(
  ctx: OrganizationQueryCtx,
  until: CivilDay,
  most: number,
): Promise<Student[]> {
  const schools = schoolsAdministered(ctx);
  if (schools?.length === 0) return [];
  const walk = reviewWalk(ctx, schools, { from: "", until });
  const { page } = await walk
    .filterWith(async ({ enrolmentStatus }) => enrolmentStatus === "active")
    .paginate({ numItems: most, cursor: null, maximumRowsRead: MOST_READ });
  return page;
}

/** The schools to look in: those that the caller is bound to, narrowed to the one wanted; null for all. */
function schoolsIn(
  bound: Id<"organizations">[] | null,
  wanted: Id<"organizations"> | undefined,
): Id<"organizations">[] | null {
  if (wanted === undefined) return bound?.slice(0, MOST_SCHOOLS) ?? null;
  return bound === null || bound.includes(wanted) ? [wanted] : [];
}

/**
 * The index that leaves fewest rows to look through, in the order asked for. A case manager has a few dozen pupils,
 * a school some hundreds; a need, a grade, a plan state, a status and an enrolment each hold more of the district
 * than the one before.
 */
function walkOf(
  ctx: OrganizationQueryCtx,
  wanted: Wanted,
  schools: Id<"organizations">[] | null,
): QueryStream<Student> {
  const organizationId = ctx.organization._id;
  const { caseManagerId, need, gradeLevel, plan, status, enrolment } = wanted;
  const students = stream(ctx.db, schema).query("students");
  const range = reviewRange(wanted, ctx.today);
  if (range) return reviewWalk(ctx, schools, range);
  if (caseManagerId !== undefined) {
    return students.withIndex("by_case_manager", (q) =>
      q.eq("organizationId", organizationId).eq("caseManagerId", caseManagerId ?? undefined),
    );
  }
  if (schools !== null) {
    return merged(schools, ["lastName", "firstName"], (schoolId) =>
      stream(ctx.db, schema)
        .query("students")
        .withIndex("by_school_and_name", (q) => q.eq("schoolId", schoolId)),
    );
  }
  if (need !== undefined) {
    return students.withIndex("by_organization_and_need", (q) =>
      q.eq("organizationId", organizationId).eq("primaryNeed", need),
    );
  }
  if (gradeLevel !== undefined) {
    return students.withIndex("by_organization_and_grade", (q) =>
      q.eq("organizationId", organizationId).eq("gradeLevel", gradeLevel),
    );
  }
  if (plan === "none" || plan === "draft" || plan === "inEffect") {
    return students.withIndex("by_organization_and_plan", (q) =>
      q.eq("organizationId", organizationId).eq("planState", plan),
    );
  }
  if (status !== undefined) {
    return students.withIndex("by_organization_and_status", (q) =>
      q.eq("organizationId", organizationId).eq("senStatus", status),
    );
  }
  if (enrolment !== undefined) {
    return students.withIndex("by_organization_and_enrolment", (q) =>
      q.eq("organizationId", organizationId).eq("enrolmentStatus", enrolment),
    );
  }
  return students.withIndex("by_organization_and_name", (q) => q.eq("organizationId", organizationId));
}

/** The students of a stretch of review days, the nearest first. */
function reviewWalk(
  ctx: OrganizationQueryCtx,
  schools: Id<"organizations">[] | null,
  { from, until }: Range,
): QueryStream<Student> {
  const students = () => stream(ctx.db, schema).query("students");
  if (schools === null) {
    return students().withIndex("by_organization_and_review", (q) =>
      q.eq("organizationId", ctx.organization._id).gte("reviewDueOn", from).lte("reviewDueOn", until),
    );
  }
  return merged(schools, ["reviewDueOn", "lastName", "firstName"], (schoolId) =>
    students().withIndex("by_school_and_review", (q) =>
      q.eq("schoolId", schoolId).gte("reviewDueOn", from).lte("reviewDueOn", until),
    ),
  );
}

/** The review days to walk over, when the order or a filter is by review. */
function reviewRange({ sort, plan }: Wanted, today: CivilDay): Range | null {
  if (plan === "overdue") return { from: "", until: addDays(today, -1) };
  if (plan === "soon") return { from: today, until: addDays(today, REVIEW_HORIZON_DAYS) };
  return sort === "review" ? { from: "", until: NO_REVIEW } : null;
}

/** The walks through several schools as one, in their common order. */
function merged(
  schools: Id<"organizations">[],
  order: string[],
  walk: (schoolId: Id<"organizations">) => QueryStream<Student>,
): QueryStream<Student> {
  return mergedStream(schools.map(walk), order);
}

/**
 * Everybody whom the filters alone leave, when they are few: a rare need is a shorter way to a child than a common
 * name. Null when they are not, and behind the first page, which has decided for all.
 */
async function amongFew(
  ctx: OrganizationQueryCtx,
  wanted: Wanted,
  schools: Id<"organizations">[] | null,
  { cursor, endCursor }: PaginationOptions,
): Promise<Student[] | null> {
  const isFirst = cursor === null && (endCursor ?? null) === null;
  if (!isFirst || !isNarrow(wanted)) return null;
  const students = await walkOf(ctx, wanted, schools).take(FEW + 1);
  return students.length > FEW ? null : students;
}

/** A list that is short by nature, in the shape of a page that is the last one. */
const onePage = <Row>(page: Row[]) => ({ page, isDone: true, continueCursor: "" });

function compareReviews(a: Student, b: Student): number {
  if (a.reviewDueOn === b.reviewDueOn) return compareNames(a, b);
  return a.reviewDueOn < b.reviewDueOn ? -1 : 1;
}
