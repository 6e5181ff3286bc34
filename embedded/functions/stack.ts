import { readFile } from "node:fs/promises";
import { SourceMap } from "node:module";
import { fileURLToPath } from "node:url";

const FRAME =
  /^\s*at (?:(?<call>.*?) \()?(?<url>file:\/\/[^?)]+)(?:\?[^):]*)?:(?<line>\d+):(?<column>\d+)\)?$/;

/**
 * The lines of an error's stack that lie in deployed modules, in the places where their authors wrote them; starts with
 * a line break, or is empty.
 */
export async function mappedStack(error: { stack?: string }): Promise<string> {
  const lines: string[] = [];
  for (const line of (error.stack ?? "").split("\n")) {
    const frame = FRAME.exec(line)?.groups;
    if (frame === undefined) continue;
    const place = await sourceOf(frame.url ?? "", Number(frame.line), Number(frame.column));
    if (place === null) continue;
    lines.push(frame.call ? `    at ${frame.call} (${place})` : `    at ${place}`);
  }
  return lines.map((line) => `\n${line}`).join("");
}

/** Null for files without a source map: they are the server's, and say nothing to the author of a function. */
async function sourceOf(url: string, line: number, column: number): Promise<string | null> {
  const map = await sourceMap(url);
  if (map === null) return null;
  const entry = map.findEntry(line - 1, column - 1);
  if (!("originalSource" in entry)) return null;
  // The innards of convex/server would hide the lines that matter.
  if (/node_modules\/convex\//.test(entry.originalSource)) return null;
  return `${entry.originalSource}:${entry.originalLine + 1}:${entry.originalColumn}`;
}

const maps = new Map<string, Promise<SourceMap | null>>();

function sourceMap(url: string): Promise<SourceMap | null> {
  let map = maps.get(url);
  if (map === undefined) {
    map = readFile(`${fileURLToPath(url)}.map`, "utf8").then(
      (text) => new SourceMap(JSON.parse(text) as ConstructorParameters<typeof SourceMap>[0]),
      () => null,
    );
    maps.set(url, map);
  }
  return map;
}
