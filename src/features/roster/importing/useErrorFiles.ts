import { useConvex } from "convex/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { useMyOrganization } from "#src/lib/me.ts";
import { readProblem, sentenceOf } from "#src/lib/problems.ts";
import { toastProblem } from "#src/ui/Toasts.tsx";
import { save } from "../save.ts";
import type { ImportRow } from "../words/rosterWords.ts";
import { errorFiles } from "./errorFiles.ts";

const ROWS_AT_ONCE = 200;

/** Downloads the rows with errors, a file for each kind, to be corrected and imported again. */
export function useErrorFiles(importId: Id<"imports">) {
  const convex = useConvex();
  const { organizationId } = useMyOrganization();
  const [isWriting, setIsWriting] = useState(false);
  const download = async () => {
    setIsWriting(true);
    try {
      const rows: ImportRow[] = [];
      let cursor: string | null = null;
      let isDone = false;
      while (!isDone) {
        const paginationOpts = { numItems: ROWS_AT_ONCE, cursor };
        const asked = { organizationId, importId, outcome: "error" as const, paginationOpts };
        const found: { page: ImportRow[]; continueCursor: string; isDone: boolean } = await convex.query(
          api.roster.rows.list,
          asked,
        );
        rows.push(...found.page);
        cursor = found.continueCursor;
        isDone = found.isDone;
      }
      for (const [name, text] of Object.entries(errorFiles(rows))) save(name, text);
    } catch (error) {
      toastProblem(sentenceOf(readProblem(error)));
    } finally {
      setIsWriting(false);
    }
  };
  return { download, isWriting };
}
