import { v } from "convex/values";
import { findRow } from "../access/load";
import { problem } from "../errors";
import { studentQuery } from "../functions";
import { civilDay } from "../values";
import { isShownTo, MOST_PAPERS } from "./model";

/**
 * The papers that a fact rests on, for whoever may read the fact, in the order asked for. What a person may not open
 * (confidential, or not shared with the family) is there without its title, so that nobody takes it for missing.
 * @throws too_large for more papers than a fact can have
 */
export const list = studentQuery({
  can: "documents.read",
  args: { documentIds: v.array(v.id("documents")) },
  returns: v.array(
    v.object({
      documentId: v.id("documents"),
      shown: v.union(
        v.null(),
        v.object({ title: v.string(), documentOn: civilDay, mayOpen: v.boolean(), isTakenBack: v.boolean() }),
      ),
    }),
  ),
  handler: async (ctx, { documentIds }) => {
    if (documentIds.length > MOST_PAPERS) throw problem("too_large", { field: "documentIds" });
    const papers = [];
    for (const documentId of documentIds) {
      const document = await findRow(ctx, "documents", documentId);
      if (!document) continue;
      const { title, documentOn, state } = document;
      const isTakenBack = document.retractedAt !== undefined;
      const mayOpen = state === "ready" && !isTakenBack;
      papers.push({
        documentId,
        shown: isShownTo(ctx, document) ? { title, documentOn, mayOpen, isTakenBack } : null,
      });
    }
    return papers;
  },
});
