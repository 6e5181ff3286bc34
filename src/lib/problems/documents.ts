import { i18n } from "@lingui/core";
import type { Sentences } from "./sentence.ts";

/** What to say about problems of documents. */
export const documentsProblems = {
  file_empty: () => i18n.t({ id: "problem.fileEmpty", message: "This file is empty. Choose another." }),
  file_too_large: ({ most }) =>
    i18n.t({
      id: "problem.fileTooLarge",
      message: "This file is larger than {most} MB. Send a smaller one.",
      values: { most: Number(most ?? 20) },
    }),
  file_refused: () =>
    i18n.t({
      id: "problem.fileRefused",
      message: "Files of this kind are not taken. Send a PDF, a picture, or an office document.",
    }),
  file_differs: () =>
    i18n.t({
      id: "problem.fileDiffers",
      message: "The contents are not what the file’s name says. Save it anew, then send it.",
    }),
  file_missing: () =>
    i18n.t({ id: "problem.fileMissing", message: "The file did not arrive. Send it again." }),
  file_not_ready: () =>
    i18n.t({ id: "problem.fileNotReady", message: "This file is still being checked. Wait a moment." }),
  document_retracted: () =>
    i18n.t({ id: "problem.documentRetracted", message: "This document was taken back." }),
} satisfies Sentences;
