import type { PaginationOptions, PaginationResult } from "convex/server";
import { mergedStream, type QueryStream, stream } from "convex-helpers/server/stream";
import type { Doc, Id } from "../_generated/dataModel";
import type { OrganizationQueryCtx } from "../functions";
import schema from "../schema";
import { areBegun, firstBegun } from "./rules/words";

type Student = Doc<"students">;
type Row = Doc<"studentWords">;

/**
 * So many words are read for one page at most, and as many pupils to hold against the filters, however many share a
 * name: a page can come out short, even empty, and goes on behind its cursor.
 */
const MOST_READ = 500;
/** Behind every word that begins alike. */
const LAST = "\u{10ffff}";

/**
 * One page of the students who have a word for each of the beginnings and who pass, in the order of the word found,
 * then by name. Walks the words themselves and not the best matches of a search index, so that nobody is missed.
 */
export async function foundPage(
  ctx: OrganizationQueryCtx,
  beginnings: readonly string[],
  { schools, passes }: { schools: Id<"organizations">[] | null; passes: (student: Student) => boolean },
  page: PaginationOptions,
): Promise<PaginationResult<Student>> {
  const [longest = ""] = beginnings;
  const students = new Map<Row["_id"], Student>();
  const walk = walkOf(ctx, longest, schools).filterWith(async (row) => {
    const words = row.all.split(" ");
    // A pupil with two words that begin so stands at the first of them only.
    if (firstBegun(words, longest) !== row.word || !areBegun(words, beginnings)) return false;
    const student = await ctx.db.get("students", row.studentId);
    if (!student || !passes(student)) return false;
    students.set(row._id, student);
    return true;
  });
  const found = await walk.paginate({ ...page, maximumRowsRead: MOST_READ });
  return { ...found, page: found.page.flatMap((row) => students.get(row._id) ?? []) };
}

/** All words that begin so, in the organization or in each of the schools. */
function walkOf(
  ctx: OrganizationQueryCtx,
  beginning: string,
  schools: Id<"organizations">[] | null,
): QueryStream<Row> {
  const words = () => stream(ctx.db, schema).query("studentWords");
  if (schools === null) {
    return words().withIndex("by_organization_and_word", (q) =>
      q
        .eq("organizationId", ctx.organization._id)
        .gte("word", beginning)
        .lt("word", beginning + LAST),
    );
  }
  const walks = schools.map((schoolId) =>
    words().withIndex("by_school_and_word", (q) =>
      q
        .eq("schoolId", schoolId)
        .gte("word", beginning)
        .lt("word", beginning + LAST),
    ),
  );
  return mergedStream(walks, ["word", "lastName", "firstName"]);
}
