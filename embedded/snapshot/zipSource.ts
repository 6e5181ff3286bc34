import type { Namespace } from "../database/database.ts";
import { Archive } from "./archive.ts";
import { type ArchiveEntry, DamagedError } from "./directory.ts";
import { type PlaceInArchive, placeOf, UNIFORM } from "./layout.ts";
import { withoutPoints } from "./numbers.ts";
import { asRow, type BroughtRow, linesOf } from "./rows.ts";
import { parsed, type Source, type SourceTable } from "./source.ts";

type Placed = { entry: ArchiveEntry; place: PlaceInArchive };

/** A zip in the layout of `convex export`. */
export async function openZipSource(path: string, base: Namespace): Promise<Source> {
  const archive = await Archive.open(path);
  try {
    const placed = placedEntries(archive, base);
    const schemas = new Map<string, ArchiveEntry>();
    for (const { entry, place } of placed) {
      if (place.kind === "schema") schemas.set(`${place.namespace}:${place.table}`, entry);
    }
    const numbers = new Map<Namespace, Map<string, number>>();
    const tables: SourceTable[] = [];
    for (const { entry, place } of placed) {
      if (place.kind !== "documents") continue;
      const { namespace, table } = place;
      if (table === "_tables") numbers.set(namespace, await numbersIn(archive, entry));
      // What else begins so belongs to the deployment that the archive is from.
      if (table.startsWith("_") && table !== "_storage") continue;
      const isUniform = await isUniformly(archive, schemas.get(`${namespace}:${table}`));
      tables.push({ namespace, table, rows: () => rowsIn(archive, entry, isUniform) });
    }
    const files = placed.flatMap(({ entry, place }) => {
      if (place.kind !== "file") return [];
      const { namespace, storageId } = place;
      return [{ namespace, storageId, pieces: () => archive.pieces(entry) }];
    });
    if (tables.length === 0) throw new DamagedError("There is no table in this archive.");
    return { tables, numbers, files, close: () => archive.close() };
  } catch (error) {
    await archive.close();
    throw error;
  }
}

function placedEntries(archive: Archive, base: Namespace): Placed[] {
  const names = new Set<string>();
  return archive.entries.flatMap((entry) => {
    if (names.has(entry.name)) throw new DamagedError(`${entry.name} is in this archive twice.`);
    names.add(entry.name);
    const place = placeOf(entry.name, base);
    return place === null ? [] : [{ entry, place }];
  });
}

async function numbersIn(archive: Archive, entry: ArchiveEntry): Promise<Map<string, number>> {
  const numbers = new Map<string, number>();
  for await (const line of linesOf(archive.pieces(entry), entry.name)) {
    const { name, id } = parsed(line, entry.name) as { name?: unknown; id?: unknown };
    if (typeof name !== "string" || !Number.isSafeInteger(id))
      throw new DamagedError(`${entry.name} names no table.`);
    numbers.set(name, id as number);
  }
  return numbers;
}

/**
 * Whether numbers without a point are integers. Archives of former years described every table's types instead; from
 * such a description integers and bytes cannot be told from texts without knowing its language.
 */
async function isUniformly(archive: Archive, schema: ArchiveEntry | undefined): Promise<boolean> {
  if (schema === undefined) return false;
  const text = (await archive.text(schema)).trim();
  if (text === UNIFORM) return true;
  if (/int64|bytes|inf|nan/i.test(text))
    throw new DamagedError(`${schema.name} is of an older kind, with integers or bytes: export anew.`);
  return false;
}

async function* rowsIn(
  archive: Archive,
  entry: ArchiveEntry,
  isUniform: boolean,
): AsyncGenerator<BroughtRow> {
  let number = 0;
  for await (const line of linesOf(archive.pieces(entry), entry.name)) {
    number += 1;
    const where = `Row ${number} of ${entry.name}`;
    yield asRow(parsed(isUniform ? encoded(line, where) : line, where), where);
  }
}

function encoded(line: string, where: string): string {
  try {
    return withoutPoints(line);
  } catch {
    throw new DamagedError(`${where} has an integer that is too large.`);
  }
}
