import type { Doc } from "../../_generated/dataModel";
import { problem } from "../../errors";
import type { Batch } from "../batch";
import { findLink, link } from "../externalIds";
import { cellsOf } from "../sealed";
import { findStaged, isSound, type OpenRow } from "../staged";
import { type Decision, differing, type Effect, left } from "./decision";
import { findSchool } from "./schools";

/** The group that a source's id means: one of ours, one that this import brings (known by its name), or null. */
export async function findGroup(
  batch: Batch,
  externalId: string,
): Promise<{ group: Doc<"groups"> | null; name: string } | null> {
  return await batch.once(`group ${externalId}`, async () => {
    const known = await findLinkedGroup(batch, externalId);
    if (known) return { group: known, name: known.name };
    const staged = await findStaged(batch, "group", externalId);
    return isSound(staged) ? { group: null, name: cellsOf(staged).title ?? externalId } : null;
  });
}

async function findLinkedGroup(batch: Batch, externalId: string): Promise<Doc<"groups"> | null> {
  const organizationId = batch.organization._id;
  const external = { organizationId, source: batch.import.source, kind: "group", externalId } as const;
  const linked = await findLink(batch, external);
  const groupId = batch.db.normalizeId("groups", linked?.rowId ?? externalId);
  const group = groupId && (await batch.db.get("groups", groupId));
  return group?.organizationId === organizationId && group.archivedAt === undefined ? group : null;
}

/** A class of the source. It opens nothing; it tells a case manager who teaches a child. */
export async function decideGroup(batch: Batch, row: OpenRow): Promise<Decision> {
  const { title: name = "", school: named = "", course: subject = "", isHomeroom, status } = row.values;
  const known = await findLinkedGroup(batch, row.externalId);
  if (status === "gone") return left("skip");
  const school = await findSchool(batch, named);
  if (school === null) return left("error", { code: "unknown_school", field: "school" });
  if (known) {
    const changes = differing([
      ["name", known.name, name],
      ["subject", known.subject, subject],
    ]);
    return {
      outcome: changes.length > 0 ? "change" : "same",
      problems: [],
      changes,
      perform: async () => {
        if (changes.length === 0) return { effects: [] };
        const before = { name: known.name, subject: known.subject };
        const after = { name, subject: subject || known.subject };
        await batch.db.patch("groups", known._id, after);
        batch.forget();
        return {
          targetId: known._id,
          effects: [{ did: "groupChanged", groupId: known._id, before, after }],
        };
      },
    };
  }
  return {
    outcome: "create",
    problems: [],
    changes: differing([
      ["name", "", name],
      ["school", "", school.name],
      ["subject", "", subject],
    ]),
    perform: async () => {
      const { schoolId } = (await findSchool(batch, named)) ?? {};
      if (schoolId === undefined) throw problem("not_found", { field: "school" });
      const organizationId = batch.organization._id;
      const kind = isHomeroom === "yes" ? "classroom" : "teachingGroup";
      const groupId = await batch.db.insert("groups", { organizationId, schoolId, name, kind, subject });
      const external = {
        organizationId,
        source: batch.import.source,
        kind: "group",
        externalId: row.externalId,
      } as const;
      const before = await link(batch, external, groupId);
      batch.forget();
      const effects: Effect[] = [
        { did: "linked", kind: "group", externalId: row.externalId, before },
        { did: "groupAdded", groupId },
      ];
      return { targetId: groupId, effects };
    },
  };
}
