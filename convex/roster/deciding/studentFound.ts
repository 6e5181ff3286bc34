import type { Doc, Id } from "../../_generated/dataModel";
import { birthOnOf, findAlike } from "../../students/identity";
import { findByNumber } from "../../students/model";
import { likenessOf } from "../../students/rules/identity";
import type { Batch } from "../batch";
import { findLink } from "../externalIds";
import type { OpenRow } from "../staged";

/** The student that the source knows under an id, or null; of merged records the one that was kept. */
export async function findLinkedStudent(batch: Batch, externalId: string): Promise<Doc<"students"> | null> {
  const organizationId = batch.organization._id;
  const external = { organizationId, source: batch.import.source, kind: "student", externalId } as const;
  const linked = await findLink(batch, external);
  // Our own export carries our own ids, which need no link.
  const studentId = batch.db.normalizeId("students", linked?.rowId ?? externalId);
  const student = studentId && (await batch.db.get("students", studentId));
  if (!student || student.organizationId !== organizationId) return null;
  return student.mergedIntoId ? await batch.db.get("students", student.mergedIntoId) : student;
}

type Alike = { alike: readonly Doc<"students">[] };

/**
 * How a student was found: under the source's id, by the number, as somebody alike, or not at all. Who was looked for
 * by likeness comes with everybody that a record of theirs would be noted beside.
 */
export type StudentFound =
  | { by: "id" | "number"; student: Doc<"students"> }
  | ({ by: "likeness"; student: Doc<"students"> } & Alike)
  | { by: "otherChild" }
  | ({ by: "nothing" } & Alike);

/** Never by a name alone: a child who is only alike is a question for a person. */
export async function findStudent(batch: Batch, row: OpenRow): Promise<StudentFound> {
  const linked = await findLinkedStudent(batch, row.externalId);
  if (linked) return { by: "id", student: linked };
  const number = row.values.studentNumber ?? row.externalId;
  const numbered = await findByNumber(batch, batch.organization._id, number);
  if (numbered) {
    return isLike(numbered, row) ? { by: "number", student: numbered } : { by: "otherChild" };
  }
  const { givenName: firstName = "", familyName: lastName = "", birthOn } = row.values;
  if (birthOn === undefined) return { by: "nothing", alike: [] };
  const alike = await findAlike(batch.db, batch.organization._id, { firstName, lastName }, birthOn);
  const likely = await likeliest(batch, row, alike);
  return likely ? { by: "likeness", student: likely, alike } : { by: "nothing", alike };
}

/** A number was given to another child when neither the birth date nor a name agrees. */
function isLike(student: Doc<"students">, { values }: OpenRow): boolean {
  const same = (a: string, b: string | undefined) => a.toLowerCase() === b?.toLowerCase();
  if (same(student.lastName, values.familyName) || same(student.firstName, values.givenName)) return true;
  return values.birthOn === undefined || birthOnOf(student) === values.birthOn;
}

/** A child with the same birth date and names that sound alike, whom the source does not know as somebody else. */
async function likeliest(
  batch: Batch,
  { values }: OpenRow,
  alike: readonly Doc<"students">[],
): Promise<Doc<"students"> | null> {
  const { givenName: firstName = "", familyName: lastName = "", birthOn = "" } = values;
  const wanted = likenessOf({ firstName, lastName }, birthOn);
  for (const student of alike) {
    const likeness = likenessOf(student, birthOn);
    const isAlike = likeness.firstName === wanted.firstName && likeness.lastName === wanted.lastName;
    if (isAlike && student.mergedIntoId === undefined && !(await isOfSource(batch, student._id)))
      return student;
  }
  return null;
}

const MANY_SOURCES = 20;

async function isOfSource(batch: Batch, studentId: Id<"students">): Promise<boolean> {
  const links = await batch.db
    .query("externalIds")
    .withIndex("by_row", (q) => q.eq("organizationId", batch.organization._id).eq("rowId", studentId))
    .take(MANY_SOURCES);
  return links.some(({ source }) => source === batch.import.source);
}
