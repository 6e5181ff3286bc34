/** What the status line may say about one document. It must be true at every moment. */
export type DraftStatus =
  | { readonly kind: "saved"; readonly at: number | null }
  | { readonly kind: "saving" }
  /** No connection: this many steps wait, on this device's disk or (`isKept` false) only in this open page. */
  | { readonly kind: "offline"; readonly changes: number; readonly isKept: boolean }
  /** The server refused; the words are still here. `code` is one of convex/errors.ts where known. */
  | { readonly kind: "failed"; readonly code: string }
  /** The plan is no draft any more, or the person may not write (any more). */
  | { readonly kind: "frozen" };

export interface StatusFacts {
  readonly isConnected: boolean;
  readonly pending: number;
  readonly isKept: boolean;
  readonly savedAt: number | null;
  readonly refusal: string | null;
  readonly isFrozen: boolean;
}

export function statusOf(facts: StatusFacts): DraftStatus {
  if (facts.isFrozen) return { kind: "frozen" };
  if (facts.refusal) return { kind: "failed", code: facts.refusal };
  if (!facts.isConnected) return { kind: "offline", changes: facts.pending, isKept: facts.isKept };
  if (facts.pending > 0) return { kind: "saving" };
  return { kind: "saved", at: facts.savedAt };
}
