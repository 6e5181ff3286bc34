import type { Doc, Id } from "../../_generated/dataModel";
import type { Batch } from "../batch";
import { findLink, link } from "../externalIds";
import { cellsOf } from "../sealed";
import { findStaged, isSound, type OpenRow } from "../staged";
import { type Decision, differing, type Effect, left } from "./decision";

const MOST_SCHOOLS = 1000;

/** The schools of the organization that are open; a school on its own is the one school of itself. */
export async function schoolsOf(batch: Batch): Promise<Doc<"organizations">[]> {
  return await batch.once("schools", async () => {
    if (batch.organization.kind === "school") return [batch.organization];
    const schools = await batch.db
      .query("organizations")
      .withIndex("by_parent", (q) => q.eq("parentId", batch.organization._id))
      .take(MOST_SCHOOLS);
    return schools.filter(({ archivedAt }) => archivedAt === undefined);
  });
}

/** A school that a row names: one of ours, or one that an earlier row of this import brings. */
export type SchoolFound = { schoolId?: Id<"organizations">; name: string };

/** Finds it by the source's id, by our own id, or by its name. */
export async function findSchool(batch: Batch, named: string): Promise<SchoolFound | null> {
  return await batch.once(`school ${named}`, async () => {
    const { organization, import: ours } = batch;
    const external = {
      organizationId: organization._id,
      source: ours.source,
      kind: "school",
      externalId: named,
    } as const;
    const linked = await findLink(batch, external);
    const schools = await schoolsOf(batch);
    const school =
      schools.find(({ _id }) => _id === linked?.rowId || _id === named) ??
      schools.find(({ name }) => name.toLowerCase() === named.toLowerCase());
    if (school) return { schoolId: school._id, name: school.name };
    const staged = await findStaged(batch, "school", named);
    return isSound(staged) ? { name: cellsOf(staged).name ?? named } : null;
  });
}

/** A school of the source: known under its id, known by its name, or new. A district is the organization itself. */
export async function decideSchool(batch: Batch, row: OpenRow): Promise<Decision> {
  const { organization, import: ours } = batch;
  const { name = "", type = "school", status } = row.values;
  const external = {
    organizationId: organization._id,
    source: ours.source,
    kind: "school",
    externalId: row.externalId,
  } as const;
  const linked = await findLink(batch, external);
  const effect = (schoolId: string): Effect[] =>
    linked?.rowId === schoolId
      ? []
      : [{ did: "linked", kind: "school", externalId: row.externalId, before: linked?.rowId ?? null }];
  if (type !== "school" || organization.kind === "school") {
    // A school that stands alone takes over one school; the offices above schools are nothing here.
    return left("skip");
  }
  if (status === "gone") return left("skip");
  const schools = await schoolsOf(batch);
  const known =
    schools.find(({ _id }) => _id === linked?.rowId || _id === row.externalId) ??
    schools.find((school) => school.name.toLowerCase() === name.toLowerCase());
  if (!known) {
    return {
      outcome: "create",
      problems: [],
      changes: differing([["name", "", name]]),
      perform: async () => {
        const { timeZone, jurisdiction, isSample } = organization;
        const schoolId = await batch.db.insert("organizations", {
          name,
          kind: "school",
          parentId: organization._id,
          timeZone,
          jurisdiction,
          isSample,
        });
        await link(batch, external, schoolId);
        batch.forget();
        return { targetId: schoolId, effects: [...effect(schoolId), { did: "schoolAdded", schoolId }] };
      },
    };
  }
  const schoolId = known._id;
  const changes = differing([["name", known.name, name]]);
  return {
    outcome: changes.length > 0 ? "change" : "same",
    problems: [],
    changes,
    perform: async () => {
      const effects = effect(schoolId);
      await link(batch, external, schoolId);
      if (changes.length > 0) {
        await batch.db.patch("organizations", schoolId, { name });
        batch.forget();
        effects.push({ did: "schoolRenamed", schoolId, before: known.name, after: name });
      }
      return { targetId: schoolId, effects };
    },
  };
}
