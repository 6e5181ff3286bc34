/** The tables of the deployment's own that functions may read, through `ctx.db.system`. */
export const READABLE_SYSTEM_TABLES = ["_storage", "_scheduled_functions"] as const;

export function isReadableSystemTable(table: string): boolean {
  return (READABLE_SYSTEM_TABLES as readonly string[]).includes(table);
}
