import { FileProblem } from "./fileProblem.ts";

export type Encoding = "UTF-8" | "UTF-16" | "Windows-1252";
export type Decoded = { text: string; encoding: Encoding };

/** So much of a file is looked at for what tells encodings apart. */
const LOOK = 4096;

/**
 * The text of a file. A byte order mark decides; without one it is UTF-8 if it can be, UTF-16 if every other byte is
 * zero, and otherwise Windows-1252, which older systems write. Throws `unknown_encoding` for what is no text.
 */
export function decode(bytes: Uint8Array, file: string): Decoded {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return strictly("utf-8", bytes, "UTF-8", file);
  if (a === 0xff && b === 0xfe) return strictly("utf-16le", bytes, "UTF-16", file);
  if (a === 0xfe && b === 0xff) return strictly("utf-16be", bytes, "UTF-16", file);
  const wide = widthOf(bytes.subarray(0, LOOK));
  if (wide) return strictly(wide, bytes, "UTF-16", file);
  try {
    return strictly("utf-8", bytes, "UTF-8", file);
  } catch {
    return strictly("windows-1252", bytes, "Windows-1252", file);
  }
}

function strictly(label: string, bytes: Uint8Array, encoding: Encoding, file: string): Decoded {
  let text: string;
  try {
    text = new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    throw new FileProblem("unknown_encoding", file);
  }
  if (isNoText(text)) throw new FileProblem("unknown_encoding", file);
  return { text, encoding };
}

/** Letters of the Latin alphabet have one byte of zero in UTF-16, always on the same side. */
function widthOf(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  let [even, odd] = [0, 0];
  for (const [i, byte] of bytes.entries()) if (byte === 0) i % 2 === 0 ? even++ : odd++;
  const most = bytes.length / 4;
  if (odd > most && even === 0) return "utf-16le";
  return even > most && odd === 0 ? "utf-16be" : null;
}

/** A picture or a program read as text is full of control characters; a table holds none but tab and line ends. */
function isNoText(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  return /[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/.test(text.slice(0, LOOK));
}
