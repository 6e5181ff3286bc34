import { describe, expect, test } from "vitest";
import { childTables, keptTables, otherMentions, unreachable } from "#convex/exports/childTables.ts";
import { mentionsHandled } from "#convex/retention/beside.ts";
import schema from "#convex/schema.ts";

type Field = { kind: string };
const tables = Object.entries(schema.tables) as unknown as [
  string,
  { validator: { fields: Record<string, Field> } },
][];

describe("the tables about a child", () => {
  test("are all of those in the schema that name one, but for the few that stay, each for its reason", () => {
    const named = tables
      .filter(([, { validator }]) => "studentId" in validator.fields)
      .map(([table]) => table);
    const known = [...childTables.map(({ table }) => table), ...Object.keys(keptTables)];
    expect(named.filter((table) => !known.includes(table as never))).toEqual([]);
    expect(named.length).toBeGreaterThan(15);
  });

  test("can each be reached from the child by an index", () => {
    expect(unreachable).toEqual([]);
  });

  test("come before what they hang on, so that the way to them lasts", () => {
    const order = childTables.map(({ table }) => table);
    for (const { table, through } of childTables) {
      if (through !== null) expect(order.indexOf(table)).toBeLessThan(order.indexOf(through));
    }
  });

  test("leave no other field that names a student unconsidered", () => {
    expect(otherMentions.filter((mention) => !mentionsHandled.includes(mention))).toEqual([]);
  });
});
