import { ConvexError } from "convex/values";

/** Codes after which this document takes no more writing from this person. */
const FINAL = new Set(["plan_not_draft", "not_found", "not_allowed"]);

/** Why the server refused. An empty code: no stated reason (it could not be reached, or it is a bug there). */
export function refusalOf(error: unknown): { readonly code: string; readonly isFinal: boolean } {
  const data: unknown = error instanceof ConvexError ? error.data : null;
  const code =
    data && typeof data === "object" && "code" in data && typeof data.code === "string" ? data.code : "";
  return { code, isFinal: FINAL.has(code) };
}
