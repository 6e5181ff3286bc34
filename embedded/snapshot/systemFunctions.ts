import type { SystemFunction } from "../admin/systemFunctions.ts";
import { rows, SYSTEM } from "../deploy/systemTables.ts";
import { badRequest } from "../http/problem.ts";

const SHOWN = 20;

/** What the CLI watches while an import or an export is under way. */
export const snapshotFunctions: Record<string, SystemFunction> = {
  "_system/cli/queryImport": ({ transaction }, { importId }) => {
    const text = transaction.get(SYSTEM, String(importId), "_snapshot_imports");
    if (text === null) throw badRequest("ImportNotFound", "There is no such import");
    return JSON.parse(text) as unknown;
  },
  "_system/cli/queryImport:list": ({ transaction }) =>
    [...rows<object>(transaction, "_snapshot_imports", "by_creation_time")].reverse().slice(0, SHOWN),
  "_system/cli/exports:getLatest": ({ transaction }) =>
    [...rows<object>(transaction, "_exports", "by_creation_time")].at(-1) ?? null,
};
