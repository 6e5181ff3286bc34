import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { decode } from "#src/features/roster/reading/decode.ts";
import { FileProblem } from "#src/features/roster/reading/fileProblem.ts";
import { parse, parseFiles } from "#src/features/roster/reading/parse.ts";
import { recognize } from "#src/features/roster/reading/recognize.ts";
import { unpack } from "#src/features/roster/reading/unpack.ts";

const bytes = (...numbers: number[]) => new Uint8Array(numbers);
const utf16 = (text: string, isBig = false) => {
  const all = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i++) new DataView(all.buffer).setUint16(i * 2, text.charCodeAt(i), !isBig);
  return all;
};

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof FileProblem) return error.code;
    throw error;
  }
  return "accepted";
}

describe("the text of a file", () => {
  const text = "given_name\r\nZoë\r\n";
  test.each([
    ["UTF-8", strToU8(text), "UTF-8"],
    ["UTF-8 with a mark", new Uint8Array([0xef, 0xbb, 0xbf, ...strToU8(text)]), "UTF-8"],
    ["UTF-16, little end first, with a mark", new Uint8Array([0xff, 0xfe, ...utf16(text)]), "UTF-16"],
    ["UTF-16, big end first, with a mark", new Uint8Array([0xfe, 0xff, ...utf16(text, true)]), "UTF-16"],
    ["UTF-16 without a mark", utf16(text), "UTF-16"],
    ["Windows-1252", new Uint8Array([...strToU8("given_name\r\nZo"), 0xeb, 13, 10]), "Windows-1252"],
  ])("is read from %s", (_, given, encoding) => {
    const read = decode(given, "students.csv");
    expect(read.encoding).toBe(encoding);
    expect(read.text.replace(/^\uFEFF/, "")).toBe(text);
  });

  test("is refused when it is a picture", () => {
    const picture = bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d);
    expect(codeOf(() => decode(picture, "students.csv"))).toBe("unknown_encoding");
  });
});

describe("a table", () => {
  test("keeps commas, quotes and line ends inside quotes", () => {
    const { records } = parse("a.csv", strToU8('name,note\r\n"Quill, Robin","said ""yes""\nand went"\r\n'));
    expect(records[0]).toEqual(["Quill, Robin", 'said "yes"\nand went']);
  });

  test("may have semicolons or tabs between its cells", () => {
    expect(parse("a.csv", strToU8("id;name\n1;Robin")).records).toEqual([["1", "Robin"]]);
    expect(parse("a.csv", strToU8("id\tname\n1\tRobin")).records).toEqual([["1", "Robin"]]);
  });

  test.each([
    ["a quote that never ends", 'id,name\n1,"Robin\n2,Lee', "broken_quotes"],
    ["nothing", "", "no_header"],
    ["blank headers", ",,\n1,2,3", "no_header"],
    ["the same header twice", "id,id\n1,2", "double_header"],
  ])("with %s is refused", (_, text, code) => {
    expect(codeOf(() => parse("a.csv", strToU8(text)))).toBe(code);
  });

  test("of any bytes is read or refused, and never breaks", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (any) => {
        const code = codeOf(() => recognize([parse("any.csv", any)]));
        expect(code).toMatch(/^[a-z_]+$/);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a zip file", () => {
  const zip = (entries: Record<string, string>) =>
    zipSync(Object.fromEntries(Object.entries(entries).map(([name, text]) => [name, strToU8(text)])));

  test("gives its tables, without the folder around them and what else lies there", () => {
    const packed = zip({ "export/users.csv": "a", "__MACOSX/._users.csv": "b", "read me.txt": "c" });
    expect(unpack("export.zip", packed).map(({ name }) => name)).toEqual(["users.csv"]);
  });

  test.each(["../users.csv", "/etc/users.csv", "a/../../users.csv", "C:\\users.csv", "a\\users.csv"])(
    "whose path leads elsewhere is refused: %s",
    (path) => {
      expect(codeOf(() => unpack("export.zip", zip({ [path]: "a" })))).toBe("bad_path");
    },
  );

  test("that unpacks to far more than it weighs is refused before it is unpacked", () => {
    const bomb = zipSync({ "users.csv": new Uint8Array(20 * 1024 * 1024) }, { level: 6 });
    expect(bomb.length).toBeLessThan(100_000);
    expect(codeOf(() => unpack("export.zip", bomb))).toBe("unpacks_too_large");
  });

  test("with more files than any export has is refused", () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`${i}.csv`, "a"]));
    expect(codeOf(() => unpack("export.zip", zip(many)))).toBe("unpacks_too_large");
  });

  test("that is a spreadsheet of an office program says so", () => {
    expect(codeOf(() => unpack("students.xlsx", zip({ "[Content_Types].xml": "<a/>" })))).toBe(
      "is_spreadsheet",
    );
  });

  test("that was cut off is refused", () => {
    const whole = zip({ "users.csv": "sourcedId,role\n".repeat(2000) });
    expect(codeOf(() => unpack("export.zip", whole.slice(0, 60)))).not.toBe("accepted");
  });

  test("of any bytes is read or refused, and never breaks", () => {
    const whole = zip({
      "users.csv": "sourcedId,role,givenName\n1,student,Robin\n",
      "orgs.csv": "sourcedId\n1",
    });
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length), (at, value, end) => {
        const damaged = whole.slice();
        damaged[at] = value;
        expect(codeOf(() => unpack("any.zip", damaged.slice(0, end)))).toMatch(/^[a-z_]+$/);
      }),
      { numRuns: 500 },
    );
  });
});

describe("the chosen files", () => {
  const file = (name: string, text: string) => new File([text], name);

  test("of OneRoster are known by their names and columns, and what is not of the roster is left alone", async () => {
    const read = await parseFiles([
      file("manifest.csv", "propertyName,value\noneroster.version,1.2\nfile.users,bulk"),
      file("users.csv", "sourcedId,role\n1,student"),
      file("results.csv", "sourcedId,score\n1,5"),
    ]);
    const { format, version, mode, files } = recognize(read);
    expect({ format, version, mode }).toEqual({ format: "oneRoster", version: "1.2", mode: "bulk" });
    expect(files.map(({ isIgnored }) => isIgnored)).toEqual([false, false, true]);
  });

  test("of our own come with a guess of what each column is", async () => {
    const read = await parseFiles([
      file("children.csv", "Student ID,First name,Last name,DOB,Grade,School\n1,A,B,,,"),
    ]);
    expect(recognize(read).files[0]).toMatchObject({
      template: "students",
      columns: { externalId: "Student ID", birthOn: "DOB" },
    });
  });

  test.each([
    ["a table of something else", "article,price\n1,2", "unknown_file"],
    ["a header without rows", "external_id,given_name,family_name,email,role\n", "no_rows"],
  ])("with %s are refused", async (_, text, code) => {
    const read = await parseFiles([file("any.csv", text)]);
    expect(codeOf(() => recognize(read))).toBe(code);
  });
});
