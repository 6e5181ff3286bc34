import { Stop } from "./stop.mjs";

/**
 * Reads `--name value`, `--name=value` and bare `--name` against what a command knows.
 * `known` maps each name to its default; a default of `false` marks a switch, a number asks for a whole number.
 */
export function readFlags(words, known) {
  const flags = { ...known };
  for (let at = 0; at < words.length; at++) {
    const [, name, joined] = /^--([a-z-]+)(?:=(.*))?$/.exec(words[at]) ?? [];
    if (name === undefined || !(name in known)) {
      throw new Stop(`"${words[at]}" is not understood here. The flags are ${list(known)}.`);
    }
    if (known[name] === false) {
      flags[name] = true;
      continue;
    }
    const text = joined ?? words[++at];
    if (text === undefined || text.startsWith("--")) throw new Stop(`--${name} needs a value after it.`);
    flags[name] = typeof known[name] === "number" ? wholeNumber(name, text) : text;
  }
  return flags;
}

function wholeNumber(name, text) {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 65_535) {
    throw new Stop(`--${name} needs a whole number between 1 and 65535, not "${text}".`);
  }
  return value;
}

const list = (known) =>
  Object.keys(known)
    .map((name) => `--${name}`)
    .join(", ");
