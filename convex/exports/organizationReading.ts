import type { TableNamesInDataModel } from "convex/server";
import { v } from "convex/values";
import type { DataModel, Doc, Id } from "../_generated/dataModel";
import { internalQuery, type QueryCtx } from "../functions";
import schema from "../schema";
import { contentsOf } from "./opened";

/** What the builder of an organization's copy reads: one page of one table, and nothing of another organization. */

export type Table = TableNamesInDataModel<DataModel>;
type Row = Record<string, unknown> & { _id: string; _creationTime: number };

const PAGE = 400;

/** Left out, each for its reason; besides, every table whose rows lie in no organization, such as devices and keys. */
export const leftOut: Partial<Record<Table, string>> = {
  downloadTickets: "Links that work for minutes.",
  childExports: "Copies of what is here anyway.",
  organizationExports: "This copy, and those before it.",
  invitations: "Hashes of links that let somebody in.",
  outbox: "Mail with links that let somebody in.",
  returns: "How far this deployment has come with inviting people back; another one begins anew.",
  recordLeases: "Who has a record open this minute.",
  healthOpenings: "Who may read medical considerations this minute.",
  carets: "Where somebody's caret stands this minute.",
  draftingClients: "How far an open editor has sent.",
  reportRuns: "Can be counted again.",
  reportCells: "Can be counted again.",
  reportRows: "Can be counted again.",
};

type Way = { table: Table; index: string | null };
type Definition = {
  validator: { fields?: object };
  " indexes"(): { indexDescriptor: string; fields: string[] }[];
};

const holdsOrganizations = (table: string, { validator }: Definition) =>
  table === "organizations" || table === "people" || "organizationId" in (validator.fields ?? {});

/** The tables in the order in which they are copied, and the index that begins with the organization, if there is one. */
export const organizationTables: Way[] = (Object.entries(schema.tables) as unknown as [Table, Definition][])
  .filter(([table, definition]) => holdsOrganizations(table, definition) && !(table in leftOut))
  .map(([table, definition]) => {
    const index = definition[" indexes"]().find(({ fields }) => fields[0] === "organizationId");
    return { table, index: index?.indexDescriptor ?? null };
  })
  .sort((a, b) => (a.table < b.table ? -1 : 1));

/**
 * A page of the rows of one table that belong to the organization, as they are stored, and what is sealed in them, in
 * the open. Where no index begins with the organization, the table is read from one end to the other and what belongs
 * elsewhere is passed over.
 */
export const page = internalQuery({
  args: { organizationId: v.id("organizations"), table: v.string(), cursor: v.union(v.string(), v.null()) },
  returns: v.object({
    rows: v.array(v.any()),
    opened: v.array(v.any()),
    cursor: v.union(v.string(), v.null()),
  }),
  handler: async (ctx, { organizationId, table, cursor }) => {
    const way = organizationTables.find((candidate) => candidate.table === table);
    if (!way) throw new Error(`${table} is not copied.`);
    const query = ctx.db.query(way.table) as unknown as {
      withIndex(
        name: string,
        range?: (q: { eq(field: string, value: string): unknown }) => unknown,
      ): {
        paginate(options: object): Promise<{ page: Row[]; isDone: boolean; continueCursor: string }>;
      };
    };
    const options = { numItems: PAGE, cursor };
    const found = await (way.index === null
      ? query.withIndex("by_creation_time")
      : query.withIndex(way.index, (q) => q.eq("organizationId", organizationId))
    ).paginate(options);
    const rows: Row[] = [];
    const opened: Row[] = [];
    for (const row of found.page) {
      if (!(await belongs(ctx, organizationId, way.table, row))) continue;
      rows.push(way.table === "people" ? await withoutAccount(ctx, organizationId, row) : row);
      const contents = contentsOf(way.table, row);
      const { _id, _creationTime } = row;
      if (Object.keys(contents).length > 0) opened.push({ _id, _creationTime, ...contents });
    }
    return { rows, opened, cursor: found.isDone ? null : found.continueCursor };
  },
});

/** Rows say where they belong; organizations and people do not, so that is looked up. */
async function belongs(
  ctx: Pick<QueryCtx, "db">,
  organizationId: Id<"organizations">,
  table: Table,
  row: Row,
): Promise<boolean> {
  if (table === "organizations") return row._id === organizationId || row.parentId === organizationId;
  if (table !== "people") return row.organizationId === organizationId;
  const membership = await ctx.db
    .query("memberships")
    .withIndex("by_organization_and_person", (q) =>
      q.eq("organizationId", organizationId).eq("personId", row._id as Id<"people">),
    )
    .first();
  return membership !== null;
}

/** A person without what belongs to the account, and without the child that they are somewhere else. */
async function withoutAccount(
  ctx: Pick<QueryCtx, "db">,
  organizationId: Id<"organizations">,
  row: Row,
): Promise<Row> {
  const {
    authUserId: _account,
    lockedSessions: _,
    passkeySessions: _1,
    ...kept
  } = row as Row & Doc<"people">;
  const { studentId, ...rest } = kept;
  const student = studentId && (await ctx.db.get("students", studentId));
  return student?.organizationId === organizationId ? { ...rest, studentId } : rest;
}
