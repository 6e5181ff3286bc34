import { expect, test } from "vitest";
import { commandNames } from "#src/features/audit/commandWords.ts";

const sources = import.meta.glob<string>("../../../convex/*/**/*.ts", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** Commands that leave an entry in the trail: the built ones, and those that write theirs themselves. */
function recorded(): string[] {
  return Object.entries(sources).flatMap(([path, source]) => {
    const module = path.replace("../../../convex/", "").replace(".ts", "");
    const built = [
      ...source.matchAll(/^export const (\w+) = (?:student|organization)Mutation\(\{([\s\S]*?)args:/gm),
    ];
    const names = built.filter(([, , asks = ""]) => !asks.includes('recorded: "elsewhere"'));
    const literal = [...source.matchAll(/command: "([a-z]\w*\/\w+:\w+)"/gi)].map(([, name = ""]) => name);
    return [...names.map(([, name = ""]) => `${module}:${name}`), ...literal];
  });
}

test("every command of the audit trail has words", () => {
  const commands = recorded();
  expect(commands.length).toBeGreaterThan(100);
  expect(commands.filter((name) => !commandNames.includes(name))).toEqual([]);
});
