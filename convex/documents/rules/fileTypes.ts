import type { Doc } from "../../_generated/dataModel";

export type DocumentKind = Doc<"documents">["kind"];

/** What an HTTP action may answer with on every deployment is 20 MiB, so no file is larger: in bytes. */
export const LARGEST_FILE = 20 * 1024 * 1024;
export const LARGEST_FILE_MB = 20;

/** The type under which the form posts every file: what it is, is found out from its contents. */
export const UPLOAD_TYPE = "application/vnd.openiep.upload";

type FileType = {
  /** In small letters, without the dot; the first is the usual one. */
  endings: readonly [string, ...string[]];
  contentType: string;
  /** What the contents begin with, or are packed in. */
  family:
    | "pdf"
    | "png"
    | "jpeg"
    | "gif"
    | "webp"
    | "heic"
    | "zip"
    | "ole"
    | "rtf"
    | "text"
    | "mp3"
    | "wav"
    | "mp4";
  /** A picture, voice or film of the child itself, for which the family's consent is needed. */
  isRecording?: true;
};

const office = (ending: string, name: string): FileType => ({
  endings: [ending],
  contentType: `application/vnd.openxmlformats-officedocument.${name}`,
  family: "zip",
});
const openDocument = (ending: string, name: string): FileType => ({
  endings: [ending],
  contentType: `application/vnd.oasis.opendocument.${name}`,
  family: "zip",
});

/** The files that are taken. Nothing that a browser or a machine would run is among them: no HTML, SVG or macros. */
export const fileTypes: readonly FileType[] = [
  { endings: ["pdf"], contentType: "application/pdf", family: "pdf" },
  { endings: ["png"], contentType: "image/png", family: "png" },
  { endings: ["jpg", "jpeg"], contentType: "image/jpeg", family: "jpeg" },
  { endings: ["gif"], contentType: "image/gif", family: "gif" },
  { endings: ["webp"], contentType: "image/webp", family: "webp" },
  { endings: ["heic", "heif"], contentType: "image/heic", family: "heic" },
  office("docx", "wordprocessingml.document"),
  office("xlsx", "spreadsheetml.sheet"),
  office("pptx", "presentationml.presentation"),
  openDocument("odt", "text"),
  openDocument("ods", "spreadsheet"),
  openDocument("odp", "presentation"),
  { endings: ["doc"], contentType: "application/msword", family: "ole" },
  { endings: ["xls"], contentType: "application/vnd.ms-excel", family: "ole" },
  { endings: ["rtf"], contentType: "application/rtf", family: "rtf" },
  { endings: ["txt"], contentType: "text/plain; charset=utf-8", family: "text" },
  { endings: ["csv"], contentType: "text/csv; charset=utf-8", family: "text" },
  { endings: ["mp3"], contentType: "audio/mpeg", family: "mp3", isRecording: true },
  { endings: ["wav"], contentType: "audio/wav", family: "wav", isRecording: true },
  { endings: ["m4a"], contentType: "audio/mp4", family: "mp4", isRecording: true },
  { endings: ["mp4", "m4v"], contentType: "video/mp4", family: "mp4", isRecording: true },
  { endings: ["mov"], contentType: "video/quicktime", family: "mp4", isRecording: true },
];

/** For the file picker of a browser. */
export const acceptedEndings = fileTypes
  .flatMap(({ endings }) => endings.map((ending) => `.${ending}`))
  .join();

export function endingOf(fileName: string): string {
  return /\.([A-Za-z0-9]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? "";
}

/** The type that a name promises, or null when such files are not taken. */
export function typeOfName(fileName: string): FileType | null {
  const ending = endingOf(fileName);
  return fileTypes.find(({ endings }) => endings.includes(ending)) ?? null;
}

/** Pictures, films and recordings of a child are kept only while the family agrees. */
export function needsMediaConsent(kind: DocumentKind, fileName: string): boolean {
  if (kind === "photo" || kind === "video" || kind === "audio") return true;
  return typeOfName(fileName)?.isRecording === true;
}
