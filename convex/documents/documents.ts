import { paginationOptsValidator, paginationResultValidator } from "convex/server";
import { v } from "convex/values";
import { internal } from "../_generated/api";
import { requireRow } from "../access/load";
import { requireConsent } from "../consent/model";
import { problem } from "../errors";
import { studentMutation, studentQuery } from "../functions";
import { accepted } from "../typed";
import { civilDay } from "../values";
import { documentView, isShownTo, presentDocument } from "./model";
import { cleanFileName } from "./rules/fileName";
import { LARGEST_FILE, LARGEST_FILE_MB, needsMediaConsent, typeOfName, UPLOAD_TYPE } from "./rules/fileTypes";
import { documentInput, retractionInput } from "./rules/input";
import { documentKind } from "./schema";

const MOST_FOUND = 50;

/**
 * The documents that the caller may know of, the latest first; with `search`, the best fifty by title and file
 * name. The family sees what is shared with it and what it sent itself.
 */
export const list = studentQuery({
  can: "documents.read",
  args: {
    paginationOpts: paginationOptsValidator,
    search: v.optional(v.string()),
    kind: v.optional(documentKind),
  },
  returns: paginationResultValidator(documentView),
  handler: async (ctx, { studentId, paginationOpts, search = "", kind }) => {
    const words = search.trim();
    const found =
      words === ""
        ? await ctx.db
            .query("documents")
            .withIndex("by_student_and_day", (q) => q.eq("studentId", studentId))
            .order("desc")
            .paginate(paginationOpts)
        : {
            page: await ctx.db
              .query("documents")
              .withSearchIndex("search_text", (q) => {
                const ofChild = q.search("searchText", words).eq("studentId", studentId);
                return kind ? ofChild.eq("kind", kind) : ofChild;
              })
              .take(MOST_FOUND),
            isDone: true,
            continueCursor: "",
          };
    const shown = found.page.filter(
      (row) => isShownTo(ctx, row) && (kind === undefined || row.kind === kind),
    );
    return { ...found, page: await Promise.all(shown.map((row) => presentDocument(ctx, row))) };
  },
});

/**
 * Claims a file that was posted to the address of `uploads.begin`. Its contents are looked at right after; until
 * they are found good nobody can open it. What a guardian sends is shared with the family by nature.
 * @throws file_missing, file_empty, file_too_large, file_refused; consent_missing for pictures, films and
 * recordings that the school keeps without the family's agreement
 */
export const add = studentMutation({
  can: "documents.add",
  args: {
    /** What the address of the upload answered. A plain text: a file belongs to no child until it is claimed. */
    upload: v.string(),
    fileName: v.string(),
    title: v.string(),
    kind: documentKind,
    documentOn: v.optional(civilDay),
    isConfidential: v.optional(v.boolean()),
    sharedWithFamily: v.optional(v.boolean()),
  },
  returns: v.id("documents"),
  handler: async (ctx, { upload, kind, isConfidential = false, sharedWithFamily = false, ...args }) => {
    const typed = accepted(documentInput, { title: args.title, documentOn: args.documentOn ?? ctx.today });
    if (typed.documentOn > ctx.today) throw problem("day_in_future", { field: "documentOn" });
    const fileName = cleanFileName(args.fileName);
    if (!typeOfName(fileName)) throw problem("file_refused", { field: "file" });
    const storageId = ctx.db.system.normalizeId("_storage", upload);
    const file = storageId && (await ctx.db.system.get("_storage", storageId));
    // Whatever is in storage under another type came another way and is another feature's own.
    const isUpload = (file?.contentType ?? UPLOAD_TYPE) === UPLOAD_TYPE;
    if (!file || !isUpload) throw problem("file_missing", { field: "file" });
    if (file.size === 0) throw problem("file_empty", { field: "file" });
    if (file.size > LARGEST_FILE)
      throw problem("file_too_large", { field: "file", params: { most: LARGEST_FILE_MB } });
    const isFromFamily = ctx.audience === "family";
    if (!isFromFamily && needsMediaConsent(kind, fileName)) await requireConsent(ctx, "media");
    const documentId = await ctx.db.insert("documents", {
      ...ctx.compartment,
      ...typed,
      kind,
      fileName,
      storageId,
      state: "checking",
      contentType: "",
      size: file.size,
      sha256: "",
      uploadedBy: ctx.person._id,
      uploadedAt: Date.now(),
      isConfidential: isConfidential && !isFromFamily,
      sharedWithFamily: sharedWithFamily || isFromFamily,
      searchText: `${typed.title} ${fileName}`,
    });
    await ctx.scheduler.runAfter(0, internal.documents.checking.check, { documentId, storageId, fileName });
    ctx.note(`document ${documentId}: ${kind}`);
    return documentId;
  },
});

/** Changes what is said about a document, and who sees it; only what is passed changes. */
export const edit = studentMutation({
  can: "documents.manage",
  args: {
    documentId: v.id("documents"),
    title: v.optional(v.string()),
    kind: v.optional(documentKind),
    documentOn: v.optional(civilDay),
    isConfidential: v.optional(v.boolean()),
    sharedWithFamily: v.optional(v.boolean()),
  },
  returns: v.null(),
  handler: async (ctx, { studentId: _, documentId, title, documentOn, ...marks }) => {
    const document = await requireRow(ctx, "documents", documentId);
    if (document.retractedAt !== undefined) throw problem("document_retracted");
    const read = accepted(documentInput, {
      title: title ?? document.title,
      documentOn: documentOn ?? document.documentOn,
    });
    if (read.documentOn > ctx.today) throw problem("day_in_future", { field: "documentOn" });
    const searchText = `${read.title} ${document.fileName}`;
    await ctx.db.patch("documents", documentId, { ...read, ...marks, searchText });
    ctx.note(`document ${documentId}`);
    return null;
  },
});

/** Takes a document back, with the reason. Its row stays; nobody opens it any more, and its contents go (retracted.ts). */
export const retract = studentMutation({
  can: "documents.manage",
  args: { documentId: v.id("documents"), reason: v.string() },
  returns: v.null(),
  handler: async (ctx, { documentId, reason }) => {
    const document = await requireRow(ctx, "documents", documentId);
    if (document.retractedAt !== undefined) throw problem("document_retracted");
    await ctx.db.patch("documents", documentId, {
      retractedAt: Date.now(),
      retractedBy: ctx.person._id,
      retractionReason: accepted(retractionInput, reason, "reason"),
    });
    ctx.note(`document ${documentId}: taken back`);
    return null;
  },
});
