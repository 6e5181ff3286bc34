import type { Doc, Id } from "../_generated/dataModel";
import { findRow } from "../access/load";
import { problem } from "../errors";
import type { StudentQueryCtx } from "../functions";

/** Nobody attaches more papers to one fact. */
const MOST_PAPERS = 20;

/**
 * Throws unless each is a document of the open child that is there: `not_found`, `file_not_ready` while it is
 * checked, `document_retracted`. Whatever keeps documents as its evidence asks this first.
 */
export async function requireEvidence(
  ctx: Pick<StudentQueryCtx, "db">,
  documentIds: readonly Id<"documents">[],
  field = "evidenceDocumentIds",
): Promise<Doc<"documents">[]> {
  if (documentIds.length > MOST_PAPERS) throw problem("too_large", { field });
  const documents = [];
  for (const documentId of documentIds) {
    const document = await findRow(ctx, "documents", documentId);
    if (!document || document.state === "refused") throw problem("not_found", { field });
    if (document.retractedAt !== undefined) throw problem("document_retracted", { field });
    if (document.state === "checking") throw problem("file_not_ready", { field });
    documents.push(document);
  }
  return documents;
}
