import type { OptimisticLocalStore } from "convex/browser";
import type { FunctionArgs } from "convex/server";
import { api } from "#convex/_generated/api.js";

/** The answer stands by its row at once, on a slow line too, and is counted; refused, it goes away again by itself. */
export function showAnswer(
  store: OptimisticLocalStore,
  { organizationId, importRowId, answer }: FunctionArgs<typeof api.roster.rows.answer>,
): void {
  for (const { args, value } of store.getAllQueries(api.roster.rows.list)) {
    const row = value?.page.find((candidate) => candidate.importRowId === importRowId);
    if (!value || !row) continue;
    const page = value.page.map((other) => (other === row ? { ...row, answer } : other));
    store.setQuery(api.roster.rows.list, args, { ...value, page });
    const about = { organizationId, importId: args.importId };
    const found = store.getQuery(api.roster.imports.get, about);
    if (!found) continue;
    const answered =
      (found.counts["student.answered"] ?? 0) + Number(answer !== null) - Number(row.answer !== null);
    store.setQuery(api.roster.imports.get, about, {
      ...found,
      counts: { ...found.counts, "student.answered": answered },
    });
  }
}
