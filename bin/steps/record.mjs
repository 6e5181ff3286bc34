import { readFileSync, renameSync, writeFileSync } from "node:fs";

/** A small JSON file that remembers what was done, so that it is not done twice. Replaced whole, never half-written. */
export function openRecord(file, mode = 0o600) {
  let kept = {};
  try {
    kept = JSON.parse(readFileSync(file, "utf8"));
  } catch (problem) {
    if (problem.code !== "ENOENT" && !(problem instanceof SyntaxError)) throw problem;
  }
  return {
    get: (name) => kept[name],
    set(name, value) {
      kept[name] = value;
      writeFileSync(`${file}.new`, `${JSON.stringify(kept, null, 2)}\n`, { mode });
      renameSync(`${file}.new`, file);
    },
  };
}
