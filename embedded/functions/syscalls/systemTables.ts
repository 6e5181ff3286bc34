/** The tables of the deployment's own that functions may read, through `ctx.db.system`. */
const READABLE = new Set(["_storage", "_scheduled_functions"]);

export function isReadableSystemTable(table: string): boolean {
  return READABLE.has(table);
}
