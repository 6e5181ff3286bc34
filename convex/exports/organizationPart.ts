import { type Archive, type ArchivedFile, archiveOf, jsonFile, textFile } from "./archive";
import { checksums, listed } from "./rules/manifest";

/** Lines of JSON by the table that they belong to. */
export type Tables = Map<string, string[]>;

type Content = { tables: Tables; opened: Tables; files: readonly ArchivedFile[] };

/** Stated in the manifest, so that a reader of many years later knows what to expect. */
const FORMAT = { name: "OpenIEP organization", version: 2 };

const README = `A copy of everything that OpenIEP holds for one organization.

To read it
    <table>/documents.jsonl holds a table, one document a line, as it is stored.
    opened/<table>.jsonl holds what is sealed in it, in the open, under the same _id: birth dates, national
    numbers, medical considerations, custody notes, court orders. Nothing else is needed to read all of it.
    _components/prosemirrorSync holds the texts of plans: "content" is a ProseMirror document, "id" its section.
    _storage holds the files, named by their _id; _storage/documents.jsonl says what each is.
    SHA256SUMS lists every file: sha256sum -c SHA256SUMS

To bring it into another deployment
    The layout is that of "npx convex export". Into a new deployment, before its functions are deployed, bring
    one part after the other, then deploy (the deployment that OpenIEP carries takes them after that too, while
    it is empty):
        npx convex import --append openiep-part-001.zip
    Sealed fields keep their envelopes. They open with the ENCRYPTION_KEY of the deployment that this copy is
    from: set it as ENCRYPTION_KEYS_RETIRED beside a new ENCRYPTION_KEY, then seal anew with
        npx convex run sealing/rotation:start
    Accounts and passwords are not part of a copy. People are invited back under the same addresses, and are who
    they were once they have followed their links. The second command answers those, page by page:
        npx convex run organizations/operator:inviteBack '{"organizationId": "..."}'
        npx convex run organizations/operator:invitedBack '{"organizationId": "..."}'

It holds every child. Keep it as you keep the records themselves.
`;

/** One part as a zip in the layout of Convex's own export, with what is sealed in the open beside it. */
export async function partOf(
  { tables, opened, files }: Content,
  number: number,
  at: number,
): Promise<Archive> {
  const content = [
    ...[...tables].map(([table, lines]) => jsonLines(`${table}/documents.jsonl`, lines)),
    ...[...opened].map(([table, lines]) => jsonLines(`opened/${table}.jsonl`, lines)),
    ...files,
  ];
  const list = await listed(content);
  const counts = Object.fromEntries([...tables].map(([table, lines]) => [table, lines.length]));
  const manifest = { format: FORMAT, part: number, counts, files: list };
  return await archiveOf(
    [
      textFile("README.txt", README),
      jsonFile("manifest.json", manifest),
      textFile("SHA256SUMS", checksums(list)),
      ...content,
    ],
    at,
  );
}

const jsonLines = (path: string, lines: readonly string[]) => textFile(path, `${lines.join("\n")}\n`);
