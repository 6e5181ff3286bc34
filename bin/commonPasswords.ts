import { readFileSync, writeFileSync } from "node:fs";
import { filterOf } from "#convex/people/commonPasswords/filter.ts";

/**
 * Makes convex/people/commonPasswords/list.ts from a list of passwords, one a line, the most used first; by hand,
 * when the list changes:
 *
 *     npx esbuild bin/commonPasswords.ts --bundle --platform=node --format=esm | node --input-type=module - list.txt
 *
 * The list in the tree is that of SecLists (https://github.com/danielmiessler/SecLists, MIT).
 */
const [source = ""] = process.argv.slice(2);
const LONG = 12;
const MOST_USED = 20_000;
const SHORTEST_BASE = 5;

const all = readFileSync(source, "utf8")
  .split("\n")
  .map((line) => line.trim().toLowerCase())
  .filter((line) => line !== "");
const long = all.filter((text) => text.length >= LONG);
const bases = all.filter((text) => text.length >= SHORTEST_BASE).slice(0, MOST_USED);
const kept = new Set([...long, ...bases]);
const text = Buffer.from(filterOf(kept)).toString("base64");
writeFileSync(
  "convex/people/commonPasswords/list.ts",
  `/** Made by bin/commonPasswords.ts from SecLists (MIT, © Daniel Miessler): ${kept.size} passwords as a filter. */\nexport const list =\n  "${text}";\n`,
);
