import { unzipSync } from "fflate";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { api } from "#convex/_generated/api.js";
import type { LegalGround } from "#convex/disclosures/rules.ts";
import type { Child } from "#tests/support/child.ts";
import { agree } from "#tests/support/plan.ts";
import { expectRefusal } from "#tests/support/problems.ts";
import { settled } from "#tests/support/settled.ts";
import { aWorld, type Person, type World } from "#tests/support/world.ts";

type Files = Record<string, string>;

let world: World;
let child: Child;
beforeAll(async () => {
  world = await aWorld();
  child = await world.aStudent({ firstName: "Canary", lastName: "Export", birthOn: "2015-05-17" });
}, 60_000);

/** Makes a copy as somebody, fetches it as a browser does, and unpacks it. */
async function copyOf(who: Person, studentId = child.studentId): Promise<Files> {
  const exportId = await who.mutation(api.exports.children.start, { studentId });
  const mine = await settled(
    async () =>
      (await who.query(api.exports.children.list, { studentId })).find((row) => row.exportId === exportId),
    (row) => row?.status !== "building",
  );
  expect(mine?.status).toBe("ready");
  const { path } = await who.mutation(api.exports.children.download, { studentId, exportId, part: 0 });
  const answer = await world.backend.fetch(path);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="canary-export-/);
  const packed = new Uint8Array(await answer.arrayBuffer());
  // Keeping the mark at the start of a table, so that what is read is what was written.
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  return Object.fromEntries(
    Object.entries(unzipSync(packed)).map(([name, bytes]) => [name, decoder.decode(bytes)]),
  );
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Buffer.from(digest).toString("hex");
}

describe("the team's copy of a child's record", () => {
  let files: Files;
  beforeAll(async () => {
    const { goalId } = await child.anIep({ status: "inEffect", shared: true });
    await child.caseManager.mutation(api.progress.observations.log, {
      studentId: child.studentId,
      goalId,
      observedOn: "2026-01-12",
      value: 47,
      note: '=HYPERLINK("x")',
      clientKey: "copy-of-a-record-1",
    });
    files = await copyOf(child.caseManager);
  }, 60_000);

  test("opens with a page in plain words that needs nothing from elsewhere", () => {
    const page = files["index.html"] ?? "";
    expect(page).toContain('<h1 dir="auto">Canary Export: copy of the record</h1>');
    expect(page).toContain("Annual plan");
    expect(page).not.toMatch(/<script|https?:\/\/|src=/);
    const links = [...page.matchAll(/href="([^"#][^"]*)"/g)].map(([, href]) => href ?? "");
    expect(links.length).toBeGreaterThan(5);
    for (const link of links) expect(Object.keys(files)).toContain(decodeURI(link));
  });

  test("lists every file with its fingerprint, and they are right", async () => {
    const manifest = JSON.parse(files["manifest.json"] ?? "{}") as {
      files: { path: string; sha256: string }[];
    };
    const others = Object.keys(files).filter((name) => !["manifest.json", "SHA256SUMS"].includes(name));
    expect(manifest.files.map(({ path }) => path).sort()).toEqual(others.sort());
    for (const { path, sha256: expected } of manifest.files) {
      expect(await sha256(files[path] ?? "")).toBe(expected);
      expect(files.SHA256SUMS).toContain(`${expected}  ${path}\n`);
    }
  });

  test("holds what is sealed in the open, and no envelope", () => {
    expect(files["data/student.json"]).toContain('"birthOn": "2015-05-17"');
    const everything = Object.values(files).join("");
    expect(everything).not.toContain("sealedIdentity");
    expect(everything).not.toContain('"sealed"');
  });

  test("has the measurements as a table that runs nothing", () => {
    expect(files["data/measurements.csv"]).toContain("2026-01-12,47,wordsPerMinute");
    expect(files["data/measurements.csv"]).toContain(`"'=HYPERLINK(""x"")"`);
  });

  test("has the audit entries about the child", () => {
    expect(files["data/audit.json"]).toContain("students/record:open");
  });
});

describe("the family's copy", () => {
  test("holds the shared plan and not the draft, nor what the team keeps to itself", async () => {
    const other = await world.aStudent({ firstName: "Canary", lastName: "Export" });
    const guardian = await other.as.guardian();
    const { iepId } = await other.anIep({ status: "inEffect", shared: true });
    await other.caseManager.mutation(api.ieps.ieps.start, {
      studentId: other.studentId,
      title: "A secret draft",
      startsOn: "2030-01-05",
      endsOn: "2031-01-04",
    });
    const files = await copyOf(guardian, other.studentId);
    const everything = Object.values(files).join("");
    expect(JSON.parse(files["data/ieps.json"] ?? "[]")).toMatchObject([{ _id: iepId }]);
    expect(everything).not.toContain("A secret draft");
    expect(Object.keys(files)).not.toContain("data/audit.json");
    expect(Object.keys(files)).not.toContain("data/teamMemberships.json");
    expect(files["index.html"]).toContain("what the school shares with the family");
  }, 60_000);

  test("is theirs alone: another guardian of the child makes their own", async () => {
    const other = await world.aStudent({ firstName: "Canary", lastName: "Export" });
    const guardian = await other.as.guardian();
    const { studentId } = other;
    await copyOf(guardian, studentId);
    const second = await world.aMember("guardian", { studentId, relationship: "father" });
    const [copy] = await guardian.query(api.exports.children.list, { studentId });
    expect(await second.query(api.exports.children.list, { studentId })).toEqual([]);
    const asked = { studentId, exportId: copy?.exportId as never, part: 0 };
    await expectRefusal(second.mutation(api.exports.children.download, asked), "copy_expired");
  }, 60_000);
});

describe("a copy for somebody outside", () => {
  const allBuilt = () =>
    settled(
      () => child.caseManager.query(api.exports.children.list, { studentId: child.studentId }),
      (copies) => copies.every(({ status }) => status !== "building"),
    );
  afterEach(allBuilt);
  const give = (givenTo: { recipient: string; ground: LegalGround; authority?: string }) =>
    child.caseManager.mutation(api.exports.children.start, {
      studentId: child.studentId,
      givenTo: { purpose: "Speech therapy", ...givenTo },
    });

  test("needs the family's agreement to that recipient, or an exception and its authority", async () => {
    await expectRefusal(
      give({ recipient: "Speech clinic", ground: "consent" }),
      "consent_missing",
      "recipient",
    );
    await expectRefusal(give({ recipient: "County court", ground: "courtOrder" }), "required", "authority");
    await agree(child, "dataSharing", { recipient: "Speech clinic" });
    await give({ recipient: "Speech clinic", ground: "consent" });
  });

  test("stands in the disclosure log, for the next school with the law that lets it follow the child", async () => {
    const { studentId } = child;
    await give({ recipient: "County court", ground: "courtOrder", authority: "Order 12/26" });
    await allBuilt();
    await give({ recipient: "Next school", ground: "transfer" });
    const log = await child.caseManager.query(api.disclosures.disclosures.list, {
      studentId,
      paginationOpts: { numItems: 10, cursor: null },
    });
    expect(log.page).toMatchObject([
      { recipient: "Next school", ground: "transfer", authority: expect.stringContaining("99.31(a)(2)") },
      { recipient: "County court", authority: "Order 12/26" },
      { recipient: "Speech clinic", ground: "consent" },
    ]);
  });
});

describe("the address of a download", () => {
  test("that was made up, leads nowhere", async () => {
    expect((await world.backend.fetch("/api/download/made-up")).status).toBe(404);
  });
});
