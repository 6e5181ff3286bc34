import type { Doc, Id } from "../../_generated/dataModel";
import { packOf } from "../../compliance/model";
import { beginNeeds, needsOf } from "../../status/model";
import { requireLawful } from "../../status/rules/needs";
import { findProfile, partOf, storePart } from "../../students/parts";
import type { Batch } from "../batch";
import type { RowProblem } from "../rules/kinds";
import { readNeed } from "../rules/needWords";
import type { OpenRow } from "../staged";
import { type Change, differing, type Effect } from "./decision";

/** What a row says about a student beside who they are: languages, and needs that nobody has recorded yet. */
export type Facts = {
  changes: Change[];
  notices: RowProblem[];
  write: (studentId: Id<"students">) => Promise<Effect[]>;
};

/** Reads it, or answers with what is wrong. The student is null for one who is new. */
export async function factsOf(
  batch: Batch,
  row: OpenRow,
  student: Doc<"students"> | null,
): Promise<Facts | RowProblem> {
  const needs = readNeeds(batch, row);
  if ("code" in needs) return needs;
  const languages = await languagesOf(batch, row, student);
  const known = student?.currentNeeds ?? [];
  const isNews = needs.codes.length > 0 && known.length === 0;
  const differs =
    needs.codes.length > 0 && !isNews && known.map(({ code }) => code).join() !== needs.codes.join();
  const notices: RowProblem[] = [];
  // Needs that a team has found are changed by a team, and a status is a decision with a reason and a day.
  if (differs) notices.push({ code: "needs_kept", field: "needPrimary" });
  if (row.values.planType !== undefined && student === null) {
    notices.push({ code: "status_by_hand", field: "planType" });
  }
  return {
    changes: [...languages.changes, ...(isNews ? differing([["needs", "", needs.codes.join(", ")]]) : [])],
    notices,
    write: async (studentId) => {
      const effects = await languages.write(studentId);
      if (isNews) {
        const student = { organizationId: batch.organization._id, studentId };
        await beginNeeds(batch, student, needs.codes, batch.today);
        effects.push({ did: "needsBegun", studentId });
      }
      return effects;
    },
  };
}

function readNeeds(batch: Batch, { values }: OpenRow): { codes: string[] } | RowProblem {
  const pack = packOf(batch.organization);
  const codes: string[] = [];
  for (const field of ["needPrimary", "needSecondary"]) {
    const text = values[field];
    if (text === undefined) continue;
    const code = readNeed(text, pack);
    if (code === null || codes.includes(code)) return { code: "unknown_need", field };
    codes.push(code);
  }
  try {
    requireLawful(pack, codes, batch.today, []);
  } catch {
    return { code: "unknown_need", field: "needPrimary" };
  }
  return { codes };
}

async function languagesOf(batch: Batch, { values }: OpenRow, student: Doc<"students"> | null) {
  const profile = student && (await findProfile(batch, student._id));
  const before = partOf(profile, "languages");
  const after = {
    ...before,
    ...(values.homeLanguage !== undefined && { home: values.homeLanguage }),
    ...(values.interpreterNeeded !== undefined && { interpreterNeeded: values.interpreterNeeded === "yes" }),
  };
  const yesNo = (said: boolean) => (said ? "yes" : "no");
  const changes = differing([
    ["homeLanguage", before.home, after.home],
    ["interpreterNeeded", yesNo(before.interpreterNeeded), yesNo(after.interpreterNeeded)],
  ]);
  return {
    changes,
    write: async (studentId: Id<"students">): Promise<Effect[]> => {
      if (changes.length === 0) return [];
      await storePart(batch, { _id: studentId, organizationId: batch.organization._id }, "languages", after);
      return [{ did: "languages", studentId, before, after }];
    },
  };
}

/** Whether the needs are still those that an import has begun: nobody has recorded anything since. */
export async function hasFirstNeeds(
  batch: Batch,
  studentId: Id<"students">,
  since: number,
): Promise<boolean> {
  const needs = await needsOf(batch, studentId);
  return needs.every(({ recordedAt, endsOn }) => recordedAt <= since && endsOn === undefined);
}

/** Takes out the needs that an import has begun. */
export async function removeNeeds(batch: Batch, studentId: Id<"students">): Promise<void> {
  for (const { _id } of await needsOf(batch, studentId)) await batch.db.delete("studentNeeds", _id);
}
