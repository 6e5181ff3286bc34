import type { Namespace } from "../database/database.ts";

/**
 * The layout of `convex export`: `<table>/documents.jsonl`, `_storage/<id>.<extension>`, and the same for components
 * below `_components/<name>/`. Whatever lies in front, a folder that somebody wrapped around it, is passed over.
 */

export type PlaceInArchive =
  | { kind: "documents" | "schema"; namespace: Namespace; table: string }
  | { kind: "file"; namespace: Namespace; storageId: string };

/** What an entry of an archive is, or null for what an import passes over. */
export function placeOf(name: string, base: Namespace): PlaceInArchive | null {
  const [, before = "", table, file] =
    /^(.*\/)?([^/]+)\/(documents|generated_schema)\.jsonl$/.exec(name) ?? [];
  if (table !== undefined) {
    const namespace = namespaceOf(before, base);
    return { kind: file === "documents" ? "documents" : "schema", namespace, table };
  }
  const [, prefix = "", storageId] = /^(.*\/)?_storage\/([^/.]+)(?:\.[^/]+)?$/.exec(name) ?? [];
  return storageId === undefined ? null : { kind: "file", namespace: namespaceOf(prefix, base), storageId };
}

function namespaceOf(before: string, base: Namespace): Namespace {
  const names: string[] = base === "" ? [] : [base];
  const tail = /(?:_components\/[^/]+\/)*$/.exec(before)?.[0] ?? "";
  for (const [, name = ""] of tail.matchAll(/_components\/([^/]+)\//g)) names.push(name);
  return names.join("/");
}

/** The folder of a component in an archive; "" for the app. */
export const folderOf = (namespace: Namespace): string =>
  namespace === ""
    ? ""
    : namespace
        .split("/")
        .map((name) => `_components/${name}/`)
        .join("");

/** The line of a `generated_schema.jsonl` that says: numbers with a point are floats, those without are integers. */
export const UNIFORM = '"uniform"';
