import type { ConvexReactClient } from "convex/react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { csvLines, csvOf } from "#convex/exports/rules/csv.ts";
import { censusColumns, childCountColumns } from "#convex/reports/rules/checklists.ts";
import type { Run } from "./distribution.ts";

const PAGE = 200;

/** The whole list in the authority's own codes, page by page; small numbers stay, because the law asks for them. */
export async function checkListFile(
  convex: Pick<ConvexReactClient, "query">,
  organizationId: Id<"organizations">,
  run: Run,
): Promise<string> {
  const header =
    run.kind === "census" ? ["UPN", ...censusColumns] : ["StateNumber", "Age", ...childCountColumns];
  let text = csvOf(header, []);
  let cursor: string | null = null;
  for (let isDone = false; !isDone; ) {
    const paginationOpts: { numItems: number; cursor: string | null } = { numItems: PAGE, cursor };
    const found: Awaited<ReturnType<typeof page>> = await page(paginationOpts);
    text += csvLines(
      found.page.map(({ number, age, codes }) =>
        run.kind === "census" ? [number, ...codes] : [number, age, ...codes],
      ),
    );
    cursor = found.continueCursor;
    isDone = found.isDone;
  }
  return text;

  async function page(paginationOpts: { numItems: number; cursor: string | null }) {
    const asked = { organizationId, runId: run.runId, onlyProblems: false, paginationOpts };
    return await convex.query(api.reports.checklist.list, asked);
  }
}
