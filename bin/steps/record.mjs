import { readFileSync, renameSync, writeFileSync } from "node:fs";

/** A small JSON file that remembers what was done, so that it is not done twice. Replaced whole, never half-written. */
export function openRecord(file, mode = 0o600) {
  return {
    get: (name) => readRecord(file)[name],
    set(name, value) {
      const kept = { ...readRecord(file), [name]: value };
      writeFileSync(`${file}.new`, `${JSON.stringify(kept, null, 2)}\n`, { mode });
      renameSync(`${file}.new`, file);
    },
  };
}

function readRecord(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (problem) {
    if (problem.code === "ENOENT" || problem instanceof SyntaxError) return {};
    throw problem;
  }
}
