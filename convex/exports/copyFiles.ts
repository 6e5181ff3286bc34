import type { Doc } from "../_generated/dataModel";
import { type ArchivedFile, jsonFile, textFile } from "./archive";
import { checksums, listed } from "./rules/manifest";
import { type Copy, newestFirst, planPath } from "./rules/pages/copy";
import { indexPage } from "./rules/pages/index";
import { planPage } from "./rules/pages/plan";
import { goalsCsv, measurementsCsv } from "./rules/tables";

/** Stated in the manifest, so that a reader of many years later knows what to expect. */
const FORMAT = { name: "OpenIEP record", version: 1 };

/** What only the complete copy holds: the child's own row, and the audit entries about the child. */
type Own = { student: Record<string, unknown> | null; entries: readonly Doc<"auditEntries">[] };

/** All files of a copy: pages to read, tables, the same as data, documents, and the manifest over them. */
export async function filesOfCopy(
  copy: Copy,
  own: Own,
  documents: readonly ArchivedFile[],
): Promise<ArchivedFile[]> {
  const { rows, people } = copy;
  const data = [
    ...(own.student ? [jsonFile("data/student.json", own.student)] : []),
    ...Object.entries(rows)
      .filter(([, some]) => some.length > 0)
      .map(([table, some]) => jsonFile(`data/${table}.json`, some)),
    jsonFile("data/texts.json", copy.prose),
    jsonFile("data/people.json", people),
    ...(own.entries.length > 0 ? [jsonFile("data/audit.json", own.entries)] : []),
    textFile("data/goals.csv", goalsCsv(rows)),
    textFile("data/measurements.csv", measurementsCsv(rows)),
  ];
  const plans = newestFirst(rows, "ieps", "startsOn").map((plan, i) =>
    textFile(planPath(plan, i + 1), planPage(copy, plan)),
  );
  const index = textFile(
    "index.html",
    indexPage(
      copy,
      data.map(({ path }) => path),
    ),
  );
  const files = [index, ...plans, ...data, ...documents.map(({ path, bytes }) => ({ path, bytes }))];
  const list = await listed(files);
  const manifest = {
    format: FORMAT,
    student: copy.name,
    organization: copy.organizationName,
    madeOn: copy.day,
    share: copy.audience === "family" ? "what is shared with the family" : "complete",
    files: list,
  };
  return [
    index,
    jsonFile("manifest.json", manifest),
    textFile("SHA256SUMS", checksums(list)),
    ...files.slice(1),
  ];
}
