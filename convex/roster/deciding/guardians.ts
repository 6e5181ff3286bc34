import type { Doc, Id } from "../../_generated/dataModel";
import { isWithin } from "../../dates";
import { issueInvitation } from "../../organizations/inviting";
import { relationship as relationshipValue } from "../../values";
import type { Batch } from "../batch";
import { readLanguage } from "../rules/languages";
import { findStaged, isSound, type OpenRow } from "../staged";
import { type Decision, left } from "./decision";
import { findMember, openInvitations } from "./staff";
import { findLinkedStudent } from "./studentFound";

const MANY_SPELLS = 20;

/** The name and the guardian's rights are theirs or the case manager's to say: a file only invites. */
export async function decideGuardian(batch: Batch, row: OpenRow): Promise<Decision> {
  const { student: named, email: typed, mayView, status, givenName = "", familyName = "" } = row.values;
  const { language: spoken = "" } = row.values;
  if (status === "gone") return left("skip");
  // A guardian whose child is in no file: nothing to invite them to.
  if (named === undefined) return left("skip", { code: "unknown_student", field: "student" });
  const student = await findLinkedStudent(batch, named);
  const staged = student === null ? await findStaged(batch, "student", named) : null;
  if (student === null && !isSound(staged))
    return left("error", { code: "unknown_student", field: "student" });
  if (typed === undefined) return left("skip", { code: "no_email", field: "email" });
  if (mayView === "no") return left("skip", { code: "may_not_see", field: "mayView" });
  const email = typed.toLowerCase();
  if (student && (await isGuardianAlready(batch, student._id, email))) return left("same");
  // They are invited in it, and it is theirs on record once they accept.
  const locale = spoken === "" ? undefined : (readLanguage(spoken) ?? undefined);
  return {
    outcome: "create",
    problems: spoken !== "" && locale === undefined ? [{ code: "unknown_language", field: "language" }] : [],
    changes: [
      { field: "invitation", before: "", after: email },
      { field: "name", before: "", after: `${givenName} ${familyName}`.trim() },
      ...(locale === undefined ? [] : [{ field: "language", before: "", after: locale }]),
    ],
    perform: async () => {
      const child = student ?? (await findLinkedStudent(batch, named));
      if (child === null) return { effects: [] };
      const { invitationId } = await issueInvitation(batch, {
        email,
        role: "guardian",
        studentId: child._id,
        relationship: relationshipOf(row.values.relationship),
        ...(locale !== undefined && { locale }),
      });
      return { effects: [{ did: "invited", invitationId }] };
    },
  };
}

/** A guardian of the child today, or somebody with an open invitation to be one. */
async function isGuardianAlready(batch: Batch, studentId: Id<"students">, email: string): Promise<boolean> {
  const { person } = await findMember(batch, email);
  if (person) {
    const held = await batch.db
      .query("guardianships")
      .withIndex("by_student_and_person", (q) => q.eq("studentId", studentId).eq("personId", person._id))
      .take(MANY_SPELLS);
    if (held.some((span) => isWithin(batch.today, span))) return true;
  }
  return (await openInvitations(batch, email)).some((invitation) => invitation.studentId === studentId);
}

function relationshipOf(word: string | undefined): Doc<"guardianships">["relationship"] {
  const found = relationshipValue.members.find(({ value }) => value === word);
  return found?.value ?? "parent";
}
