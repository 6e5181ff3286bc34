import { i18n } from "@lingui/core";
import type { FunctionReturnType } from "convex/server";
import type { api } from "#convex/_generated/api.js";
import type { DocumentKind } from "#convex/documents/rules/fileTypes.ts";
import { format } from "#src/lib/format.ts";

export type DocumentRow = FunctionReturnType<typeof api.documents.documents.list>["page"][number];

const names: Record<DocumentKind, () => string> = {
  evaluationReport: () => i18n.t({ id: "document.evaluationReport", message: "Evaluation report" }),
  medicalReport: () => i18n.t({ id: "document.medicalReport", message: "Medical report" }),
  consentForm: () => i18n.t({ id: "document.consentForm", message: "Consent form" }),
  courtOrder: () => i18n.t({ id: "document.courtOrder", message: "Court order" }),
  priorWrittenNotice: () => i18n.t({ id: "document.priorWrittenNotice", message: "Prior written notice" }),
  letter: () => i18n.t({ id: "document.letter", message: "Letter" }),
  meetingNotes: () => i18n.t({ id: "document.meetingNotes", message: "Meeting notes" }),
  transferRecord: () => i18n.t({ id: "document.transferRecord", message: "Record from another school" }),
  workSample: () => i18n.t({ id: "document.workSample", message: "Work sample" }),
  photo: () => i18n.t({ id: "document.photo", message: "Photo of the child" }),
  video: () => i18n.t({ id: "document.video", message: "Video of the child" }),
  audio: () => i18n.t({ id: "document.audio", message: "Recording of the child" }),
  other: () => i18n.t({ id: "document.other", message: "Something else" }),
};

export const documentKindName = (kind: DocumentKind): string => names[kind]();
export const allDocumentKinds = Object.keys(names) as DocumentKind[];

/** "240 KB", "3.1 MB". */
export function sizeOf(bytes: number): string {
  const kilobytes = bytes / 1000;
  return kilobytes < 1000
    ? i18n.t({
        id: "document.kilobytes",
        message: "{size} KB",
        values: { size: format.number(Math.max(1, kilobytes), 0) },
      })
    : i18n.t({
        id: "document.megabytes",
        message: "{size} MB",
        values: { size: format.number(kilobytes / 1000) },
      });
}

/** "Reading report" from "reading_report.PDF": the title that a file suggests. */
export function suggestedTitle(fileName: string): string {
  const words = fileName
    .replace(/\.[^.]+$/, "")
    .replace(/[_-]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}
