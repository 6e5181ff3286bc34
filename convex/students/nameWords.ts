import { v } from "convex/values";
import { internal } from "../_generated/api";
import type { Doc } from "../_generated/dataModel";
import { internalMutation, type MutationCtx } from "../functions";
import { wordsOf } from "./rules/words";

type Student = Doc<"students">;
type WordRow = Omit<Doc<"studentWords">, "_id" | "_creationTime">;
type Called = Pick<Student, "_id" | "organizationId" | "schoolId" | "studentNumber"> &
  Pick<Student, "firstName" | "lastName" | "preferredName">;

/** Four names of eighty letters have no more words than this. */
const MOST_WORDS = 400;
const BATCH = 100;

/**
 * Writes the words by which lists find the pupil, as the row says now. Called in the transaction of every command
 * that changes a name, the number or the school.
 */
export async function keepWords(ctx: Pick<MutationCtx, "db">, student: Called): Promise<void> {
  const wanted = new Map(wordRowsOf(student).map((row) => [row.word, row]));
  for (const row of await standingOf(ctx, student._id)) {
    const now = wanted.get(row.word);
    if (!now) await ctx.db.delete("studentWords", row._id);
    else if (!isSame(row, now)) await ctx.db.patch("studentWords", row._id, now);
    wanted.delete(row.word);
  }
  for (const row of wanted.values()) await ctx.db.insert("studentWords", row);
}

/** Writes the words of a pupil who is being added and has none yet. */
export async function writeFirstWords(ctx: Pick<MutationCtx, "db">, student: Called): Promise<void> {
  for (const row of wordRowsOf(student)) await ctx.db.insert("studentWords", row);
}

/** Takes out the words of a pupil who is being taken out. */
export async function removeWords(ctx: Pick<MutationCtx, "db">, studentId: Student["_id"]): Promise<void> {
  for (const { _id } of await standingOf(ctx, studentId)) await ctx.db.delete("studentWords", _id);
}

async function standingOf(ctx: Pick<MutationCtx, "db">, studentId: Student["_id"]) {
  return await ctx.db
    .query("studentWords")
    .withIndex("by_student", (q) => q.eq("studentId", studentId))
    .take(MOST_WORDS);
}

/** A row for each word of the pupil. */
export function wordRowsOf(student: Called): WordRow[] {
  const { _id: studentId, organizationId, schoolId, firstName, lastName } = student;
  const words = wordsOf(student);
  const all = words.join(" ");
  return words.map((word) => ({ organizationId, studentId, schoolId, word, lastName, firstName, all }));
}

function isSame(row: WordRow, now: WordRow): boolean {
  return (Object.keys(now) as (keyof WordRow)[]).every((field) => row[field] === now[field]);
}

/**
 * Writes the words of pupils whom a former version left with a text for its search index instead, batch after batch.
 * Run by crons.ts; where there are none, it reads nothing.
 */
export const refill = internalMutation({
  args: {},
  returns: v.null(),
  handler: async (ctx) => {
    const former = await ctx.db
      .query("students")
      .withIndex("by_search_name", (q) => q.gt("searchName", undefined))
      .take(BATCH);
    for (const student of former) {
      await keepWords(ctx, student);
      await ctx.db.patch("students", student._id, { searchName: undefined });
    }
    if (former.length === BATCH) await ctx.scheduler.runAfter(0, internal.students.nameWords.refill, {});
    return null;
  },
});
