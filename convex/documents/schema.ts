import { defineTable } from "convex/server";
import { v } from "convex/values";
import { civilDay, compartment } from "../values";

export const documentKind = v.union(
  v.literal("evaluationReport"),
  v.literal("medicalReport"),
  v.literal("consentForm"),
  v.literal("courtOrder"),
  v.literal("priorWrittenNotice"),
  v.literal("letter"),
  v.literal("meetingNotes"),
  v.literal("transferRecord"),
  v.literal("workSample"),
  v.literal("photo"),
  v.literal("video"),
  v.literal("audio"),
  v.literal("other"),
);

/** A file is looked at after it has arrived; until then, and when it is refused, nobody can open it. */
export const documentState = v.union(v.literal("checking"), v.literal("ready"), v.literal("refused"));

export const documentTables = {
  /**
   * A file about a child. The row stays when it is retracted; its contents go some weeks later.
   * Written by documents/documents.ts, checking.ts and retracted.ts; read by documents/model.ts.
   */
  documents: defineTable({
    ...compartment,
    title: v.string(),
    kind: documentKind,
    /** The day the document is about or was written. */
    documentOn: civilDay,
    fileName: v.string(),
    storageId: v.optional(v.id("_storage")),
    state: documentState,
    /** Why it was refused: an error code. */
    refusal: v.optional(v.string()),
    /** What the contents are, not what the name says; empty until it is checked. */
    contentType: v.string(),
    size: v.number(),
    /** Of the contents, in hexadecimal; empty until it is checked. */
    sha256: v.string(),
    uploadedBy: v.id("people"),
    uploadedAt: v.number(),
    isConfidential: v.boolean(),
    sharedWithFamily: v.boolean(),
    retractedAt: v.optional(v.number()),
    retractedBy: v.optional(v.id("people")),
    retractionReason: v.optional(v.string()),
    /** When the contents of a retracted one were removed. */
    contentsGoneAt: v.optional(v.number()),
    /** Title and file name in one text; derived. */
    searchText: v.string(),
  })
    .index("by_student_and_day", ["studentId", "documentOn"])
    .index("by_storage", ["storageId"])
    .index("by_retracted", ["contentsGoneAt", "retractedAt"])
    .searchIndex("search_text", { searchField: "searchText", filterFields: ["studentId", "kind"] }),

  /**
   * Leave to fetch one file once, within a minute: the address of a download holds a token whose hash is here.
   * Written by documents/opening.ts; used up by documents/download.ts; swept daily.
   */
  downloads: defineTable({
    ...compartment,
    documentId: v.id("documents"),
    personId: v.id("people"),
    audience: v.union(v.literal("team"), v.literal("family")),
    tokenHash: v.string(),
    expiresAt: v.number(),
  })
    .index("by_token_hash", ["tokenHash"])
    .index("by_student", ["studentId"])
    .index("by_expiry", ["expiresAt"]),
};
