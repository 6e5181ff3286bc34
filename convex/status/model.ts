import type { Doc, Id } from "../_generated/dataModel";
import type { MutationCtx, QueryCtx, StudentMutationCtx } from "../functions";
import type { Episode } from "./rules/episode";
import { needsOn } from "./rules/needs";
import { senStatusOn } from "./rules/spells";

type Reads = Pick<QueryCtx, "db">;
type StudentId = Id<"students">;

/** No child has more episodes, or changes of needs, that hold at one time. */
const MOST_HELD = 300;
/** Nor more that ever held; corrections are rare. */
const MOST_VERSIONS = 1000;

/** The episodes that the record holds now. */
export async function episodesOf(ctx: Reads, studentId: StudentId): Promise<Doc<"senEpisodes">[]> {
  return await ctx.db
    .query("senEpisodes")
    .withIndex("by_student_and_belief", (q) => q.eq("studentId", studentId).eq("supersededAt", undefined))
    .take(MOST_HELD);
}

/** Every episode that the record holds or ever held, by first day. */
export async function episodesEver(ctx: Reads, studentId: StudentId): Promise<Doc<"senEpisodes">[]> {
  return await ctx.db
    .query("senEpisodes")
    .withIndex("by_student", (q) => q.eq("studentId", studentId))
    .take(MOST_VERSIONS);
}

/** The needs that the record holds now, of all days. */
export async function needsOf(ctx: Reads, studentId: StudentId): Promise<Doc<"studentNeeds">[]> {
  return await ctx.db
    .query("studentNeeds")
    .withIndex("by_student_and_belief", (q) => q.eq("studentId", studentId).eq("supersededAt", undefined))
    .take(MOST_HELD);
}

/** Every need that the record holds or ever held, by first day. */
export async function needsEver(ctx: Reads, studentId: StudentId): Promise<Doc<"studentNeeds">[]> {
  return await ctx.db
    .query("studentNeeds")
    .withIndex("by_student", (q) => q.eq("studentId", studentId))
    .take(MOST_VERSIONS);
}

/** The child's evaluations, by the day they were asked for; without those taken back. */
export async function evaluationsOf(ctx: Reads, studentId: StudentId): Promise<Doc<"evaluations">[]> {
  const rows = await ctx.db
    .query("evaluations")
    .withIndex("by_student", (q) => q.eq("studentId", studentId))
    .take(MOST_HELD);
  return rows.filter(({ retractedAt }) => retractedAt === undefined);
}

type Superseding = Pick<StudentMutationCtx, "db" | "person">;

/** Marks rows as no longer held: since the instant at which others take their place, by the caller, and why when wrong. */
export async function supersede(
  ctx: Superseding,
  table: "senEpisodes" | "studentNeeds",
  ids: readonly string[],
  at: number,
  correctionReason?: string,
): Promise<void> {
  const mark = {
    supersededAt: at,
    supersededBy: ctx.person._id,
    ...(correctionReason && { correctionReason }),
  };
  for (const id of ids) await ctx.db.patch(table as "senEpisodes", id as Id<"senEpisodes">, mark);
}

/** Keeps what lists show of a pupil's status and needs equal to what holds on a day, which is today. */
export async function refreshStatus(
  ctx: Pick<MutationCtx, "db">,
  studentId: StudentId,
  today: string,
): Promise<void> {
  const student = await ctx.db.get("students", studentId);
  if (!student) return;
  const senStatus = senStatusOn((await episodesOf(ctx, studentId)) as Episode[], today);
  const currentNeeds = needsOn(await needsOf(ctx, studentId), today);
  const primaryNeed = currentNeeds[0]?.code;
  const before = [student.senStatus, student.primaryNeed, JSON.stringify(student.currentNeeds)];
  const after = [senStatus, primaryNeed, JSON.stringify(currentNeeds)];
  if (after.every((value, i) => value === before[i])) return;
  await ctx.db.patch("students", studentId, { senStatus, primaryNeed, currentNeeds });
}

/** The first needs of a pupil who is being added. */
export async function beginNeeds(
  ctx: Pick<MutationCtx, "db"> & { person: Pick<Doc<"people">, "_id">; today: string },
  student: { organizationId: Id<"organizations">; studentId: StudentId },
  codes: readonly string[],
  startsOn: string,
): Promise<void> {
  if (codes.length === 0) return;
  for (const [i, code] of codes.entries()) {
    await ctx.db.insert("studentNeeds", {
      ...student,
      code,
      rank: i + 1,
      startsOn,
      recordedAt: Date.now(),
      recordedBy: ctx.person._id,
    });
  }
  await refreshStatus(ctx, student.studentId, ctx.today);
}
