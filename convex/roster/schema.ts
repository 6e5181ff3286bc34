import { defineTable } from "convex/server";
import { v } from "convex/values";
import {
  type RowCode,
  type RowKind,
  type RowOutcome,
  type RowResult,
  rowCodes,
  rowKinds,
  rowOutcomes,
  rowResults,
} from "./rules/kinds";

const oneOf = <Name extends string>(names: readonly Name[]) =>
  v.union(...names.map((name) => v.literal(name)));

export const rowKind = oneOf<RowKind>(rowKinds);
export const rowOutcome = oneOf<RowOutcome>(rowOutcomes);
export const rowResult = oneOf<RowResult>(rowResults);
export const rowProblem = v.object({ code: oneOf<RowCode>(rowCodes), field: v.optional(v.string()) });

export const importFormat = v.union(v.literal("oneRoster"), v.literal("templates"));
/** Bulk: the files name everybody, so that whoever is missing has left. Delta: they name only what has changed. */
export const importMode = v.union(v.literal("bulk"), v.literal("delta"));
export const importStatus = v.union(
  v.literal("staging"),
  v.literal("checking"),
  v.literal("checked"),
  v.literal("applying"),
  v.literal("stopped"),
  v.literal("applied"),
  v.literal("undoing"),
  v.literal("undone"),
  v.literal("discarded"),
);

export const rosterTables = {
  /**
   * One taking over of files, from choosing them to undoing them.
   * Written by roster/imports.ts and the batches (checking, applying, undoing); read by roster/imports.ts.
   */
  imports: defineTable({
    organizationId: v.id("organizations"),
    /** Whose ids the rows carry: the name of the student information system, in small letters. */
    source: v.string(),
    format: importFormat,
    mode: importMode,
    fileNames: v.array(v.string()),
    /** SHA-256 of the files, by which a broken-off upload is found again. */
    fingerprint: v.string(),
    /** What the file calls each field, by "kind.field". */
    columns: v.record(v.string(), v.string()),
    status: importStatus,
    /** What a stopped import goes on with. */
    stoppedWhile: v.optional(v.union(v.literal("checking"), v.literal("applying"), v.literal("undoing"))),
    /** When the last batch ended, so that one that stands still can be told from one that runs. */
    steppedAt: v.number(),
    /** Whether it stands in the way of another one; derived from the status. */
    isOpen: v.boolean(),
    startedBy: v.id("people"),
    startedAt: v.number(),
    /** How many rows the browser announced, and how many have arrived. */
    expected: v.number(),
    staged: v.number(),
    /** All rows, those of students who would leave included; known once checked. */
    total: v.number(),
    /** Position up to which the present step (check, apply, undo) has come. */
    reached: v.number(),
    /** Where the search for students who are missing from the files has come. */
    absentCursor: v.optional(v.string()),
    /** How many rows by "kind.outcome"; derived from the rows, kept beside them for the screen. */
    counts: v.record(v.string(), v.number()),
    /** Active students that the source has brought, and how many of them would become inactive. */
    students: v.object({ active: v.number(), leaving: v.number() }),
    /** How many rows by result, once applied or undone. */
    results: v.record(v.string(), v.number()),
    finishedAt: v.optional(v.number()),
    /** Whether the rows' contents are gone, and with them the way back. */
    isCleared: v.boolean(),
  })
    .index("by_organization_and_started", ["organizationId", "startedAt"])
    .index("by_organization_and_open", ["organizationId", "isOpen"])
    .index("by_open_and_stepped", ["isOpen", "steppedAt"])
    .index("by_cleared_and_started", ["isCleared", "startedAt"]),

  /**
   * One row of an import's files: what it says, what the check found, what was done. What a row says about a person
   * is sealed; ids and codes are not. Written by roster/staging.ts and the batches; read by roster/rows.ts.
   */
  importRows: defineTable({
    organizationId: v.id("organizations"),
    importId: v.id("imports"),
    /** 1, 2, 3… in the order in which rows are checked and applied. */
    position: v.number(),
    kind: rowKind,
    /** The id that the source gives the row. */
    externalId: v.string(),
    /** The student number or e-mail address that must be unique within the file. */
    unique: v.optional(v.string()),
    /** Where a person finds the row again; line 1 is the header. */
    file: v.string(),
    line: v.number(),
    /** The values by field, sealed. */
    cells: v.string(),
    outcome: rowOutcome,
    problems: v.array(rowProblem),
    /** What would change, from what to what, sealed; after applying also what undoing needs. */
    finding: v.optional(v.string()),
    /** For a student who may be known already: who, and what a person decided. */
    candidateId: v.optional(v.id("students")),
    answer: v.optional(v.union(v.literal("same"), v.literal("other"))),
    result: rowResult,
    /** The row of ours that it was applied to. */
    targetId: v.optional(v.string()),
    appliedAt: v.optional(v.number()),
  })
    .index("by_import_and_position", ["importId", "position"])
    .index("by_import_and_external_id", ["importId", "kind", "externalId"])
    .index("by_import_and_unique", ["importId", "kind", "unique"])
    .index("by_import_and_outcome", ["importId", "outcome", "position"])
    .index("by_import_kind_and_outcome", ["importId", "kind", "outcome", "position"])
    .index("by_import_and_result", ["importId", "result", "position"])
    .index("by_target", ["organizationId", "targetId", "appliedAt"]),

  /**
   * Under which id a source knows a row of ours.
   * Written by roster/externalIds.ts; read by imports, and by whoever exchanges data with that source.
   */
  externalIds: defineTable({
    organizationId: v.id("organizations"),
    source: v.string(),
    kind: v.union(v.literal("student"), v.literal("person"), v.literal("school"), v.literal("group")),
    externalId: v.string(),
    rowId: v.string(),
  })
    .index("by_external_id", ["organizationId", "source", "kind", "externalId"])
    .index("by_row", ["organizationId", "rowId"]),

  /**
   * Which column of a source's file is which field, as a person last said.
   * Written and read by roster/mappings.ts.
   */
  rosterMappings: defineTable({
    organizationId: v.id("organizations"),
    source: v.string(),
    file: v.string(),
    columns: v.record(v.string(), v.string()),
  }).index("by_organization_and_source", ["organizationId", "source", "file"]),

  /**
   * A leave to read the whole roster out, for an hour, whose beginning is in the audit chain.
   * Written and read by roster/exporting.ts.
   */
  rosterExports: defineTable({
    organizationId: v.id("organizations"),
    personId: v.id("people"),
    startedAt: v.number(),
    expiresAt: v.number(),
  }).index("by_organization", ["organizationId", "startedAt"]),
};
