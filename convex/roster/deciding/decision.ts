import type { Doc, Id } from "../../_generated/dataModel";
import type { Profile } from "../../students/rules/profile";
import type { Batch } from "../batch";
import type { RowOutcome, RowProblem } from "../rules/kinds";

/** One field that a row changes, in words that a person can read. */
export type Change = { field: string; before: string; after: string };

/** What was done for a row, with what taking it back needs. Kept sealed with the row. */
export type Effect =
  | { did: "linked"; kind: Doc<"externalIds">["kind"]; externalId: string; before: string | null }
  | { did: "enrolled"; studentId: Id<"students"> }
  | { did: "changed"; studentId: Id<"students">; before: Kept; after: Kept }
  | { did: "languages"; studentId: Id<"students">; before: Languages; after: Languages }
  | { did: "needsBegun"; studentId: Id<"students"> }
  | { did: "left" | "returned"; studentId: Id<"students"> }
  | { did: "invited"; invitationId: Id<"invitations"> }
  | { did: "schoolAdded"; schoolId: Id<"organizations"> }
  | { did: "schoolRenamed"; schoolId: Id<"organizations">; before: string; after: string }
  | { did: "groupAdded"; groupId: Id<"groups"> }
  | { did: "groupChanged"; groupId: Id<"groups">; before: Kept; after: Kept }
  | { did: "studentJoined"; memberId: Id<"groupStudents"> }
  | { did: "teacherJoined"; memberId: Id<"groupTeachers"> };

type Languages = Profile["languages"];

/** Values by field, as the row of ours holds them; the empty text is for what was absent. */
export type Kept = Record<string, string>;

/** What is kept sealed beside a row. */
export type Finding = { changes: Change[]; effects: Effect[] };

export type Performed = { targetId?: string | undefined; effects: Effect[] };

/** What a row comes to, and how to do it. */
export type Decision = {
  outcome: Exclude<RowOutcome, "pending">;
  problems: RowProblem[];
  changes: Change[];
  candidateId?: Id<"students"> | undefined;
  perform?: (batch: Batch) => Promise<Performed>;
};

/** A row that nothing is done for: wrong, or nothing that an import may do. */
export function left(outcome: "error" | "skip" | "same", ...problems: RowProblem[]): Decision {
  return { outcome, problems, changes: [] };
}

/** Only what differs; an empty new value says nothing and changes nothing. */
export function differing(
  fields: readonly (readonly [field: string, before: string, after: string | undefined])[],
) {
  return fields.flatMap(([field, before, after]): Change[] =>
    after === undefined || after === "" || after === before ? [] : [{ field, before, after }],
  );
}
