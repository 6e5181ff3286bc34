import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { inspect } from "#convex/documents/rules/contents.ts";
import { attachment, cleanFileName } from "#convex/documents/rules/fileName.ts";
import { fileTypes, LARGEST_FILE, needsMediaConsent } from "#convex/documents/rules/fileTypes.ts";

const bytes = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const png = bytes("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR and so on");
const pdf = bytes("%PDF-1.7\n1 0 obj <<>> endobj\n%%EOF");
const docx = (more: Record<string, Uint8Array> = {}) =>
  zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "word/document.xml": strToU8("<w/>"), ...more });
const starts: Record<string, Uint8Array> = {
  pdf,
  png,
  jpeg: bytes("\xff\xd8\xff\xe0\x00\x10JFIF"),
  gif: bytes("GIF89a\x01\x00"),
  webp: bytes("RIFF\x10\x00\x00\x00WEBPVP8 "),
  heic: bytes("\x00\x00\x00\x18ftypheic\x00\x00"),
  ole: bytes("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on"),
  rtf: bytes("{\\rtf1 words}"),
  text: strToU8("Los niños leen. 孩子"),
  mp3: bytes("ID3\x04\x00\x00"),
  wav: bytes("RIFF\x10\x00\x00\x00WAVEfmt "),
  mp4: bytes("\x00\x00\x00\x18ftypmp42\x00\x00"),
};
const packages: Record<string, Uint8Array> = {
  docx: docx(),
  xlsx: zipSync({ "[Content_Types].xml": strToU8("<T/>"), "xl/workbook.xml": strToU8("<w/>") }),
  pptx: zipSync({ "[Content_Types].xml": strToU8("<T/>"), "ppt/presentation.xml": strToU8("<p/>") }),
  ...Object.fromEntries(
    ["odt", "ods", "odp"].map((ending) => [
      ending,
      zipSync({ mimetype: strToU8("x"), "content.xml": strToU8("<c/>") }),
    ]),
  ),
};
const refused = (refusal: string) => ({ refusal });

describe("a file whose contents are what its name says", () => {
  test.each(
    fileTypes.flatMap(({ endings, family, contentType }) => endings.map((e) => [e, family, contentType])),
  )("is taken: %s", (ending = "", family = "", contentType = "") => {
    const contents = family === "zip" ? packages[ending] : starts[family];
    expect(inspect(`report.${ending}`, contents ?? new Uint8Array())).toEqual({ contentType });
  });
});

describe("a file under another name than its contents", () => {
  const pairs = fileTypes.flatMap((named) =>
    Object.entries(starts)
      .filter(([family]) => family !== named.family)
      .map(
        ([family, contents]) => [`${family} as .${named.endings[0]}`, named.endings[0], contents] as const,
      ),
  );
  test.each(pairs)("is refused: %s", (_what, ending, contents) => {
    expect(inspect(`report.${ending}`, contents)).toHaveProperty("refusal");
  });
});

describe("what a browser or a machine would run", () => {
  test.each([
    ["page.html", "<!doctype html><script>alert(1)</script>"],
    ["drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"],
    ["report.txt", "<html><body onload=alert(1)>"],
    ["report.csv", "a,b\n<script>alert(1)</script>"],
    ["report.txt", "<?xml version='1.0'?><svg/>"],
    ["report.pdf", "%PDF-1.7 <script>alert(1)</script>"],
    ["photo.gif", "GIF89a/*<script>alert(1)</script>*/"],
    ["photo.jpg", "\xff\xd8\xff\xe0<svg onload=alert(1)>"],
    ["program.exe", "MZ\x90\x00"],
    ["report.pdf", "MZ\x90\x00"],
    ["report.txt", "#!/bin/sh\nrm -rf /"],
    ["report.docx", "\x7fELF"],
    ["report.js", "alert(1)"],
    ["report", "words"],
    ["archive.zip", "PK\x03\x04"],
    ["macro.docm", "PK\x03\x04"],
  ])("is refused: %s with %s", (name, text) => {
    expect(inspect(name, bytes(text))).toHaveProperty("refusal");
  });
});

describe("a package", () => {
  test("with macros, programs or pages inside is refused", () => {
    for (const inside of ["word/vbaProject.bin", "run.exe", "page.html", "drawing.svg"]) {
      expect(inspect("a.docx", docx({ [inside]: strToU8("x") }))).toEqual(refused("file_refused"));
    }
  });

  test("that is none of the promised kind, or broken, is refused", () => {
    expect(inspect("a.xlsx", docx())).toEqual(refused("file_differs"));
    expect(inspect("a.docx", zipSync({ "a.txt": strToU8("x") }))).toEqual(refused("file_differs"));
    expect(inspect("a.docx", bytes("PK\x03\x04 broken"))).toEqual(refused("file_differs"));
  });

  test("that would grow without measure is refused", () => {
    const bomb = docx();
    // The size that the last entry of the table of contents promises: half a gigabyte.
    const entry = bomb.findLastIndex(
      (_, at) => bomb[at] === 0x50 && bomb[at + 1] === 0x4b && bomb[at + 2] === 1 && bomb[at + 3] === 2,
    );
    new DataView(bomb.buffer).setUint32(entry + 24, 512 * 1024 * 1024, true);
    expect(inspect("a.docx", bomb)).toEqual(refused("file_refused"));
    const many = Object.fromEntries(
      Array.from({ length: 5_100 }, (_, i) => [`word/media/${i}`, new Uint8Array()]),
    );
    expect(inspect("a.docx", docx(many))).toEqual(refused("file_refused"));
  });
});

test("a picture or PDF that is a zip besides is refused", () => {
  const zip = zipSync({ "a.txt": strToU8("x") });
  for (const [name, first] of [
    ["a.png", png],
    ["a.pdf", pdf],
  ] as const) {
    expect(inspect(name, new Uint8Array([...first, ...zip]))).toEqual(refused("file_differs"));
  }
});

test("empty and over-large files are refused", () => {
  expect(inspect("a.pdf", new Uint8Array())).toEqual(refused("file_empty"));
  const most = new Uint8Array(LARGEST_FILE);
  most.set(pdf);
  expect(inspect("a.pdf", most)).toHaveProperty("contentType");
  const more = new Uint8Array(LARGEST_FILE + 1);
  more.set(pdf);
  expect(inspect("a.pdf", more)).toEqual(refused("file_too_large"));
});

describe("a file's name", () => {
  test.each([
    ["../../etc/passwd.txt", "passwd.txt"],
    ["C:\\Users\\ana\\report.pdf", "report.pdf"],
    ["report\u202Efdp.exe.pdf", "reportfdp.exe.pdf"],
    ["a\u0000b\r\n.pdf", "ab.pdf"],
    ["...hidden.pdf", "hidden.pdf"],
    ['a<b>:"|?*.pdf', "a_b______.pdf"],
    ["con.pdf", "_con.pdf"],
    [".pdf", "pdf"],
    ["informe de lectura niño.pdf", "informe de lectura niño.pdf"],
  ])("is made safe: %j", (given, kept) => {
    expect(cleanFileName(given)).toBe(kept);
  });

  test("is not longer than 120 signs and keeps its ending", () => {
    const name = cleanFileName(`${"a".repeat(500)}.pdf`);
    expect(name.length).toBe(120);
    expect(name.endsWith(".pdf")).toBe(true);
  });

  test("cannot break out of the header of a download", () => {
    const header = attachment('a"; filename=b.html\r\nX: y.pdf');
    expect(header).not.toMatch(/[\r\n]/);
    expect(header.startsWith('attachment; filename="a__ filename_b.html__X_ y.pdf"')).toBe(true);
  });
});

test("pictures, films and recordings of the child need the family's consent", () => {
  expect(needsMediaConsent("photo", "a.jpg")).toBe(true);
  expect(needsMediaConsent("other", "a.mp4")).toBe(true);
  expect(needsMediaConsent("consentForm", "scan.jpg")).toBe(false);
});
