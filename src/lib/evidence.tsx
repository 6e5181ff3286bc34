import { createContext, type ReactNode, useContext } from "react";
import type { Id } from "#convex/_generated/dataModel.js";

/** How the papers behind a fact are chosen and shown; a page provides it, so that no feature needs another. */
export type Evidence = {
  pick: (chosen: readonly Id<"documents">[], onChange: (chosen: Id<"documents">[]) => void) => ReactNode;
  show: (documentIds: readonly Id<"documents">[]) => ReactNode;
};

const EvidenceContext = createContext<Evidence>({ pick: () => null, show: () => null });

export const EvidenceProvider = EvidenceContext.Provider;
export const useEvidence = (): Evidence => useContext(EvidenceContext);
