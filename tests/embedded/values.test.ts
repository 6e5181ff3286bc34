import {
  compareValues,
  convexToJson,
  type GenericValidator,
  type JSONValue,
  type Value,
  v,
} from "convex/values";
import { describe, expect, it } from "vitest";
import { decodeId, encodeId, newInternalId } from "#embedded/values/id.ts";
import type { Field, JsonValue } from "#embedded/values/json.ts";
import { afterPrefix, encodeKey } from "#embedded/values/key.ts";
import { measure } from "#embedded/values/size.ts";
import { findMismatch, type ValidatorJson } from "#embedded/values/validator.ts";
import { type Chance, seededChance } from "#tests/support/chance.ts";

describe("the encoding of index keys", () => {
  it("STORE-02 orders any two values as Convex compares them", () => {
    const chance = seededChance("key order");
    for (let i = 0; i < 30_000; i++) {
      const a = randomValue(chance, 3);
      const b = chance.hits(0.3) ? mutate(chance, a) : randomValue(chance, 3);
      expect({ a, b, order: order(a, b) }).toEqual({ a, b, order: Math.sign(compareValues(a, b)) });
    }
  });

  it("STORE-02 keeps that order when several values follow each other", () => {
    const chance = seededChance("key tuples");
    for (let i = 0; i < 10_000; i++) {
      const length = 1 + chance.below(3);
      const a = Array.from({ length }, () => randomValue(chance, 1));
      const b = a.map((value) => (chance.hits(0.6) ? value : randomValue(chance, 1)));
      const first = a.findIndex((value, at) => compareValues(value, b[at]) !== 0);
      const expected = first < 0 ? 0 : Math.sign(compareValues(a[first], b[first]));
      expect(compare(a.map(encode).join(""), b.map(encode).join(""))).toBe(expected);
    }
  });

  it("never makes one value's key the beginning of another's", () => {
    const chance = seededChance("key prefixes");
    for (let i = 0; i < 10_000; i++) {
      const [a, b] = [encode(randomValue(chance, 2)), encode(randomValue(chance, 2))];
      if (a !== b) expect(a.startsWith(b) || b.startsWith(a)).toBe(false);
    }
  });

  it("finds the first key behind all keys with a beginning", () => {
    expect(afterPrefix("ab")).toBe("ac");
    expect(afterPrefix("a\xff\xff")).toBe("b");
    expect(afterPrefix("\xff")).toBeNull();
    expect(afterPrefix("")).toBeNull();
  });
});

describe("an id", () => {
  it("DATA-01 is written as Convex writes it", () => {
    // The example of get-convex/convex-backend, crates/value/src/id_v6.rs, for table 1017.
    const bytes = [251];
    for (let i = 1; i < 16; i++) bytes.push(((bytes[i - 1] ?? 0) * 251) & 0xff);
    expect(encodeId(1017, String.fromCharCode(...bytes))).toBe("z43zp6c3e75gkmz1kfwj6mbbx5sw281h");
  });

  it("DATA-01 tells its table and itself again", () => {
    const chance = seededChance("ids");
    for (let i = 0; i < 5_000; i++) {
      const table = 1 + chance.below(chance.pick([100, 20_000, 2 ** 31]));
      const internal = newInternalId(Date.now());
      expect(decodeId(encodeId(table, internal))).toEqual({ tableNumber: table, internal });
    }
  });

  it("sorts as its bytes do among the ids of one table", () => {
    const internals = Array.from({ length: 500 }, (_, i) => newInternalId(i * 7919)).sort();
    const ids = internals.map((internal) => encodeId(10_001, internal));
    expect([...ids].sort()).toEqual(ids);
  });

  it("is refused when a character is changed, lost, or foreign", () => {
    const chance = seededChance("damaged ids");
    const id = encodeId(10_001, newInternalId(Date.now()));
    for (const damaged of [
      "",
      "x",
      id.slice(1),
      `${id}0`,
      id.toUpperCase(),
      `${id.slice(0, 31)}u`,
      "é".repeat(32),
    ]) {
      expect(decodeId(damaged)).toHaveProperty("problem");
    }
    for (let i = 0; i < 1_000; i++) {
      const at = chance.below(id.length);
      const other = chance.pick([..."0123456789abcdefghjkmnpqrstvwxyz"].filter((digit) => digit !== id[at]));
      expect(decodeId(id.slice(0, at) + other + id.slice(at + 1))).toHaveProperty("problem");
    }
  });
});

describe("a value that does not fit its validator", () => {
  const noTables = () => null;
  // What the CLI sends of a validator is a property that the package's types keep to themselves.
  const json = (validator: GenericValidator) => (validator as unknown as { json: ValidatorJson }).json;
  const mismatch = (validator: GenericValidator, value: Value) =>
    findMismatch(json(validator), convexToJson(value) as JsonValue, noTables);

  it.each(["constructor", "toString", "hasOwnProperty", "__proto__"])(
    "is one with a field that every object inherits: %s",
    (name) => {
      const value = JSON.parse(`{"a": "x", "${name}": "anything"}`) as Value;
      const found = findMismatch(json(v.object({ a: v.string() })), value as JsonValue, noTables);
      expect(found).toContain(`extra field \`${name}\``);
    },
  );

  it.each([
    [
      v.object({ a: v.string() }),
      {},
      /^Object is missing the required field `a`\. Consider wrapping the field validator in `v\.optional\(\.\.\.\)` if this is expected\.\n\nObject: {}\nValidator: v\.object\({a: v\.string\(\)}\)$/,
    ],
    [
      v.object({}),
      { b: 1 },
      /^Object contains extra field `b` that is not in the validator\.\n\nObject: {b: 1\.0}\nValidator: v\.object\({}\)$/,
    ],
    [
      v.object({ a: v.object({ n: v.number() }) }),
      { a: { n: "x" } },
      /^Value does not match validator\.\nPath: \.a\.n\nValue: "x"\nValidator: v\.float64\(\)$/,
    ],
    [
      v.array(v.int64()),
      [1n, 2],
      /^Value does not match validator\.\nPath: \[1\]\nValue: 2\.0\nValidator: v\.int64\(\)$/,
    ],
    [
      v.union(v.null(), v.literal("on")),
      "off",
      /Value: "off"\nValidator: v\.union\(v\.null\(\), v\.literal\("on"\)\)$/,
    ],
    [v.id("users"), "nobody", /Value: "nobody"\nValidator: v\.id\("users"\)$/],
    [
      v.record(v.string(), v.boolean()),
      { k: null },
      /Path: \.values\(\)\nValue: null\nValidator: v\.boolean\(\)$/,
    ],
    [v.literal("a"), "b", /^`"b"` does not match literal validator `v\.literal\("a"\)`\.$/],
  ])("DATA-03 %# is described in Convex's words", (validator, value, words) => {
    expect(mismatch(validator, value)).toMatch(words);
  });

  it("is told apart from one that fits, for every kind", () => {
    const bytes = new Uint8Array([1, 2]).buffer;
    const kinds: [GenericValidator, Value][] = [
      [v.null(), null],
      [v.number(), 1.5],
      [v.int64(), 2n],
      [v.boolean(), true],
      [v.string(), "s"],
      [v.bytes(), bytes],
      [v.array(v.any()), []],
      [v.object({ x: v.optional(v.string()) }), { x: "y" }],
    ];
    for (const [validator] of kinds) {
      const fitting = kinds.filter(([, value]) => mismatch(validator, value) === null);
      expect(fitting.map(([other]) => other)).toEqual([validator]);
    }
    expect(mismatch(v.number(), Number.NaN)).toBeNull();
    expect(mismatch(v.number(), -0)).toBeNull();
  });
});

describe("the size of a value", () => {
  const limits = { bytes: 100, depth: 3, fields: 3, arrayLength: 4, fieldNameLength: 10 };
  const problem = (value: JsonValue) => measure(value, limits).problem;

  it("DATA-03 is refused exactly above each limit", () => {
    expect(problem("x".repeat(98))).toBeNull();
    expect(problem("x".repeat(99))).toMatch(/too large/);
    expect(problem([[[1]]])).toBeNull();
    expect(problem([[[[1]]]])).toMatch(/too nested/);
    expect(problem({ a: 1, b: 2, c: 3 })).toBeNull();
    expect(problem({ a: 1, b: 2, c: 3, d: 4 })).toMatch(/too many fields/);
    expect(problem([1, 2, 3, 4])).toBeNull();
    expect(problem([1, 2, 3, 4, 5])).toMatch(/Array length is too long/);
    expect(problem({ abcdefghij: 1 })).toBeNull();
    expect(problem({ abcdefghijk: 1 })).toMatch(/exceeds maximum field name length/);
    expect(problem({ $odd: 1, b: 2 })).toMatch(/starts with a '\$'/);
    expect(problem({ ä: 1 })).toMatch(/non-control ASCII/);
  });
});

function encode(value: Value | undefined): string {
  return encodeKey(value === undefined ? undefined : (convexToJson(value) as JSONValue as Field));
}

function order(a: Value | undefined, b: Value | undefined): number {
  return compare(encode(a), encode(b));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function randomValue(chance: Chance, depth: number): Value | undefined {
  const kind = chance.below(depth > 0 ? 9 : 7);
  switch (kind) {
    case 0:
      return chance.hits(0.5) ? undefined : null;
    case 1:
      return BigInt.asIntN(
        64,
        BigInt(chance.below(2 ** 31)) ** BigInt(chance.below(3)) * (chance.hits(0.5) ? -1n : 1n),
      );
    case 2:
      return chance.pick([
        0,
        -0,
        1,
        -1,
        0.5,
        Infinity,
        -Infinity,
        NaN,
        5e-324,
        -5e-324,
        2 ** 53,
        chance.next() * 100 - 50,
      ]);
    case 3:
      return chance.hits(0.5);
    case 4:
    case 5:
      return randomText(chance);
    case 6:
      return new Uint8Array(Array.from({ length: chance.below(4) }, () => chance.pick([0, 1, 127, 128, 255])))
        .buffer;
    case 7:
      return Array.from({ length: chance.below(4) }, () => randomValue(chance, depth - 1) ?? null);
    default:
      return Object.fromEntries(
        Array.from({ length: chance.below(4) }, () => [
          chance.pick(["a", "b", "ab", "B", "_"]),
          randomValue(chance, depth - 1) ?? null,
        ]),
      );
  }
}

function randomText(chance: Chance): string {
  const pieces = [
    "",
    "a",
    "b",
    "\u0000",
    "\u0001",
    "\u007f",
    "ü",
    "日",
    "🙂",
    "\ud800",
    "\uffff",
    "\u{10ffff}",
  ];
  return Array.from({ length: chance.below(4) }, () => chance.pick(pieces)).join("");
}

/** Something close, so that late differences are tried too. */
function mutate(chance: Chance, value: Value | undefined): Value | undefined {
  if (typeof value === "string") return value + chance.pick(["", "\u0000", "a", "🙂"]);
  if (typeof value === "number") return value + chance.pick([0, 1, -1, Number.EPSILON]);
  if (typeof value === "bigint") return BigInt.asIntN(64, value + BigInt(chance.below(3)) - 1n);
  if (Array.isArray(value))
    return chance.hits(0.5) ? [...value, null] : value.map((item) => mutate(chance, item) ?? null);
  return value;
}
