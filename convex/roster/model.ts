import type { Doc, Id } from "../_generated/dataModel";
import { requireRow } from "../access/load";
import { problem } from "../errors";
import type { OrganizationMutationCtx, OrganizationQueryCtx, QueryCtx } from "../functions";

type Reads = Pick<QueryCtx, "db">;
type Status = Doc<"imports">["status"];

/** The import that is under way in an organization, or null: there is one at a time. */
export async function findOpenImport(
  ctx: Reads,
  organizationId: Id<"organizations">,
): Promise<Doc<"imports"> | null> {
  return await ctx.db
    .query("imports")
    .withIndex("by_organization_and_open", (q) => q.eq("organizationId", organizationId).eq("isOpen", true))
    .first();
}

/** Throws `import_running` while another import is open. */
export async function requireNoOther(
  ctx: Pick<OrganizationMutationCtx, "db" | "organization">,
  own?: Id<"imports">,
): Promise<void> {
  const open = await findOpenImport(ctx, ctx.organization._id);
  if (open && open._id !== own) throw problem("import_running");
}

/** An import of this organization that stands where it must. Throws `not_found`, `import_not_ready`. */
export async function requireImport(
  ctx: Pick<OrganizationQueryCtx, "db">,
  importId: Id<"imports">,
  ...statuses: readonly Status[]
): Promise<Doc<"imports">> {
  const found = await requireRow(ctx, "imports", importId);
  if (statuses.length > 0 && !statuses.includes(found.status)) throw problem("import_not_ready");
  return found;
}
