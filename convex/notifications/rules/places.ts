import type { Infer } from "convex/values";
import type { alertKind } from "../schema";

type Told = { kind: Infer<typeof alertKind>; studentId: string | null; audience: "team" | "family" };

/**
 * The page on which what somebody is told of is read or answered, as an address of the client; null where nobody may
 * know of the child any more. It says no more of a child than an id, which opens nothing by itself.
 */
export function placeOf({ kind, studentId, audience }: Told): string | null {
  if (kind === "chainBroken") return "/audit";
  if (kind === "mailGivenUp") return "/mail";
  if (studentId === null) return null;
  const child = `/${audience === "family" ? "children" : "students"}/${studentId}`;
  const isOfConsent = kind.startsWith("consent") || kind.startsWith("rights");
  return `${child}/${isOfConsent ? "consents" : "access"}`;
}
