import { type Infer, v } from "convex/values";
import type { Doc, Id } from "../_generated/dataModel";
import { findRow } from "../access/load";
import { problem } from "../errors";
import type { QueryCtx, StudentQueryCtx } from "../functions";
import { findNamed } from "../people/model";
import { civilDay } from "../values";
import { documentKind, documentState } from "./schema";

/** Nobody attaches more papers to one fact. */
export const MOST_PAPERS = 20;

export const documentView = v.object({
  documentId: v.id("documents"),
  title: v.string(),
  kind: documentKind,
  documentOn: civilDay,
  fileName: v.string(),
  size: v.number(),
  state: documentState,
  /** Why it was refused: an error code. */
  refusal: v.union(v.string(), v.null()),
  uploadedByName: v.string(),
  uploadedAt: v.number(),
  isConfidential: v.boolean(),
  sharedWithFamily: v.boolean(),
  retractionReason: v.union(v.string(), v.null()),
  /** When the contents of a retracted one were removed. */
  contentsGoneAt: v.union(v.number(), v.null()),
});

/** A confidential document is for those who lead the child's case and whoever sent it; the family sees what is shared. */
export function isShownTo(
  ctx: Pick<StudentQueryCtx, "audience" | "can" | "person">,
  document: Doc<"documents">,
): boolean {
  if (document.uploadedBy === ctx.person._id) return true;
  if (ctx.audience === "family")
    return document.sharedWithFamily && document.state === "ready" && document.retractedAt === undefined;
  return !document.isConfidential || ctx.can("documents.readConfidential");
}

export async function presentDocument(
  ctx: Pick<StudentQueryCtx, "db">,
  row: Doc<"documents">,
): Promise<Infer<typeof documentView>> {
  return {
    documentId: row._id,
    title: row.title,
    kind: row.kind,
    documentOn: row.documentOn,
    fileName: row.fileName,
    size: row.size,
    state: row.state,
    refusal: row.refusal ?? null,
    uploadedByName: (await findNamed(ctx, row.uploadedBy))?.name ?? "",
    uploadedAt: row.uploadedAt,
    isConfidential: row.isConfidential,
    sharedWithFamily: row.sharedWithFamily,
    retractionReason: row.retractionReason ?? null,
    contentsGoneAt: row.contentsGoneAt ?? null,
  };
}

/** A document that the caller may open now. @throws not_found, document_retracted, file_not_ready */
export async function requireReadable(
  ctx: Pick<StudentQueryCtx, "db" | "audience" | "can" | "person">,
  documentId: Id<"documents">,
): Promise<Doc<"documents"> & { storageId: Id<"_storage"> }> {
  const document = await findRow(ctx, "documents", documentId);
  if (!document || !isShownTo(ctx, document) || document.state === "refused") throw problem("not_found");
  if (document.retractedAt !== undefined) throw problem("document_retracted");
  const { storageId } = document;
  if (document.state === "checking" || storageId === undefined) throw problem("file_not_ready");
  return { ...document, storageId };
}

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

/** Whether a file belongs to a document. */
export async function isClaimed(ctx: Pick<QueryCtx, "db">, storageId: Id<"_storage">): Promise<boolean> {
  const claim = await ctx.db
    .query("documents")
    .withIndex("by_storage", (q) => q.eq("storageId", storageId))
    .first();
  return claim !== null;
}
