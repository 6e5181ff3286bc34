import { unzipSync } from "fflate";
import type { ErrorCode } from "../../errors";
import { LARGEST_FILE, typeOfName } from "./fileTypes";

type Family = NonNullable<ReturnType<typeof typeOfName>>["family"];

export type Inspected = { contentType: string } | { refusal: ErrorCode };

/** A packed file that grows beyond this when it is unpacked is a bomb, in bytes. */
const LARGEST_UNPACKED = 400 * 1024 * 1024;
const MOST_ENTRIES = 5_000;
/** So far into a file that is none of their own kind a browser might look for a page. */
const SNIFFED = 4_096;
/** The record that ends a zip lies within so many bytes of the end. */
const ZIP_TAIL = 65_557;

/**
 * Looks at what a file is, not at what it is called: empty, too large, of a kind that is not taken, other than its
 * name promises, or two things at once.
 */
export function inspect(fileName: string, bytes: Uint8Array): Inspected {
  if (bytes.length === 0) return { refusal: "file_empty" };
  if (bytes.length > LARGEST_FILE) return { refusal: "file_too_large" };
  const promised = typeOfName(fileName);
  if (!promised) return { refusal: "file_refused" };
  const found = familyOf(bytes);
  if (found === "program" || looksLikePage(bytes, found)) return { refusal: "file_refused" };
  if (found !== promised.family) return { refusal: "file_differs" };
  if (found === "zip") {
    const refusal = refusalOfPackage(bytes, promised.endings[0]);
    if (refusal) return { refusal };
  } else if (found !== "text" && isAlsoZip(bytes)) return { refusal: "file_differs" };
  return { contentType: promised.contentType };
}

const text = (bytes: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)));

function familyOf(bytes: Uint8Array): Family | "program" | "unknown" {
  const head = text(bytes, 0, 16);
  if (head.startsWith("%PDF-")) return "pdf";
  if (head.startsWith("\x89PNG\r\n\x1a\n")) return "png";
  if (head.startsWith("\xff\xd8\xff")) return "jpeg";
  if (/^GIF8[79]a/.test(head)) return "gif";
  if (/^RIFF.{4}WEBP/s.test(head)) return "webp";
  if (/^RIFF.{4}WAVE/s.test(head)) return "wav";
  if (head.slice(4, 8) === "ftyp") return /^(hei|hev|mif|msf)/.test(head.slice(8, 11)) ? "heic" : "mp4";
  if (head.startsWith("PK\x03\x04")) return "zip";
  if (head.startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) return "ole";
  if (head.startsWith("{\\rtf")) return "rtf";
  if (head.startsWith("ID3") || /^\xff[\xe2\xe3\xf2\xf3\xfa\xfb]/.test(head)) return "mp3";
  if (/^(MZ|\x7fELF|#!|\xca\xfe\xba\xbe|[\xce\xcf]\xfa\xed\xfe|dex\n)/.test(head)) return "program";
  return isText(bytes) ? "text" : "unknown";
}

/** Text in UTF-8 without control characters. */
function isText(bytes: Uint8Array): boolean {
  if (bytes.some((byte) => byte < 9 || (byte > 13 && byte < 32))) return false;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Something a browser might show as a page, or run, when it is sent as something else. */
function looksLikePage(bytes: Uint8Array, found: Family | "program" | "unknown"): boolean {
  // The insides of a packed file are data; a PDF may speak of pages but is never read as one after its first line.
  if (found === "zip" || found === "ole") return false;
  const tags = /<(!doctype|html|head|body|script|svg|iframe|object|embed|\?xml|\?php)/i;
  return tags.test(text(bytes, 0, found === "pdf" ? 512 : SNIFFED));
}

/** A picture or a PDF that ends as a zip does is two files in one. */
function isAlsoZip(bytes: Uint8Array): boolean {
  const from = Math.max(0, bytes.length - ZIP_TAIL);
  for (let at = bytes.length - 22; at >= from; at--) {
    const isRecord =
      bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 5 && bytes[at + 3] === 6;
    const commentLength = (bytes[at + 20] ?? 0) + (bytes[at + 21] ?? 0) * 256;
    if (isRecord && at + 22 + commentLength === bytes.length) return true;
  }
  return false;
}

/** An office document is a package with a certain table of contents, without macros, that stays a sensible size. */
function refusalOfPackage(bytes: Uint8Array, ending: string): ErrorCode | null {
  const names: string[] = [];
  let unpacked = 0;
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name.toLowerCase());
        unpacked += originalSize;
        return false;
      },
    });
  } catch {
    return "file_differs";
  }
  if (unpacked > LARGEST_UNPACKED || names.length > MOST_ENTRIES) return "file_refused";
  if (names.some((name) => name.endsWith("vbaproject.bin") || /\.(exe|dll|js|vbs|html?|svg)$/.test(name)))
    return "file_refused";
  const isOpen = ["odt", "ods", "odp"].includes(ending);
  const folder = { docx: "word/", xlsx: "xl/", pptx: "ppt/" }[ending] ?? "content.xml";
  const hasContents = names.includes(isOpen ? "mimetype" : "[content_types].xml");
  return hasContents && names.some((name) => name.startsWith(folder)) ? null : "file_differs";
}
