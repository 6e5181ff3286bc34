import { useConvex } from "convex/react";
import type { FunctionReturnType } from "convex/server";
import { api } from "#convex/_generated/api.js";
import { exportParts, nobody, type Roster, together } from "#convex/roster/rules/roster.ts";
import { useMyOrganization } from "#src/lib/me.ts";

type Part = FunctionReturnType<typeof api.roster.exporting.read>;

/** Reads the whole roster, page by page, under one entry of the audit trail. */
export function useWholeRoster(): () => Promise<Roster> {
  const convex = useConvex();
  const { organizationId } = useMyOrganization();
  return async () => {
    const exportId = await convex.mutation(api.roster.exporting.begin, { organizationId });
    let roster = nobody;
    for (const part of exportParts) {
      let cursor: string | null = null;
      do {
        const page: Part = await convex.query(api.roster.exporting.read, {
          organizationId,
          exportId,
          part,
          cursor,
        });
        roster = together(roster, page);
        cursor = page.cursor;
      } while (cursor !== null);
    }
    return roster;
  };
}
