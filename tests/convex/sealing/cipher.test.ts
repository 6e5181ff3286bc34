import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { indexed, nonceFor, open, type Place, seal, sealingKey } from "#convex/sealing/rules/cipher.ts";
import { read, toBase64Url } from "#convex/sealing/rules/envelope.ts";

const keyOf = (byte: number) => sealingKey(new Uint8Array(32).fill(byte));
const [key, otherKey] = [keyOf(1), keyOf(2)];
const here: Place = { organizationId: "o1", table: "students", rowId: "r1", sensitivity: "identity" };
const random = () => crypto.getRandomValues(new Uint8Array(16));
const textOf = (place: Place, envelope: string, ring = [key]) => {
  const opened = open(ring, place, envelope);
  return "text" in opened ? opened.text : null;
};

/** A million on the nightly run. */
const SEALS = Number(process.env.SEALS ?? 20_000);

describe("sealing", () => {
  test("gives back what was sealed, whatever it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
        expect(textOf(here, seal(key, here, text, random()))).toBe(text);
      }),
      { numRuns: 50 },
    );
  });

  test(`uses no nonce twice in ${SEALS} sealings, however the text and the row repeat`, () => {
    const seen = new Set<string>();
    const encoder = new TextEncoder();
    for (let i = 0; i < SEALS; i++) {
      const plain = encoder.encode(`{"birthOn":"2016-03-${10 + (i % 20)}"}`);
      seen.add(toBase64Url(nonceFor(key, { ...here, rowId: `r${i % 100}` }, plain, random())));
    }
    expect(seen.size).toBe(SEALS);
  }, 900_000);

  test("writes into the envelope the nonce that was made for it", () => {
    const fixed = random();
    const nonce = nonceFor(key, here, new TextEncoder().encode("text"), fixed);
    expect(seal(key, here, "text", fixed).split(".")[2]).toBe(toBase64Url(nonce));
  });

  test("makes another nonce for another text or place even when random numbers repeat", () => {
    const fixed = new Uint8Array(16);
    const nonceOf = (place: Place, text: string) => seal(key, place, text, fixed).split(".")[2];
    const nonces = [
      nonceOf(here, "a"),
      nonceOf(here, "b"),
      nonceOf({ ...here, rowId: "r2" }, "a"),
      nonceOf({ ...here, sensitivity: "health" }, "a"),
      nonceOf({ ...here, organizationId: "o2" }, "a"),
    ];
    expect(new Set(nonces).size).toBe(nonces.length);
  });

  test("shows nothing of the text", () => {
    const envelope = seal(key, here, '{"birthOn":"2016-03-09"}', random());
    expect(envelope).not.toContain("2016");
    expect(new TextDecoder().decode(read(envelope)?.ciphertext)).not.toContain("birthOn");
  });
});

describe("an envelope of the former seal", () => {
  // Written by the version that sealed so, with the key and the place above.
  const former = "s1.U_Agp52y.N-XXmV4bvXlvhQYD.5RpWaH78wmPWdxMi_3CSKDHRSqUo7DqCk0jfC_5eX6DFw9NeeBTiKw";

  test("opens where it was sealed, and nowhere else", () => {
    expect(textOf(here, former)).toBe('{"birthOn":"2016-03-09"}');
    expect(open([key], { ...here, rowId: "r2" }, former)).toMatchObject({ refused: "notFromHere" });
  });

  test("does not open as one of the current seal, nor the other way round", () => {
    expect(open([key], here, former.replace("s1", "s2"))).toHaveProperty("refused");
    const current = seal(key, here, "text", random());
    expect(current).toMatch(/^s2\./);
    expect(open([key], here, current.replace("s2", "s1"))).toHaveProperty("refused");
  });
});

describe("an envelope that was moved", () => {
  const moves: [string, Partial<Place>][] = [
    ["to another row", { rowId: "r2" }],
    ["to another table", { table: "studentProfiles" }],
    ["to another organization", { organizationId: "o2" }],
    ["to another class", { sensitivity: "health" }],
  ];
  test.each(moves)("%s is refused, every time", (_, moved) => {
    for (let i = 0; i < 200; i++) {
      const envelope = seal(key, here, `text ${i}`, random(), i % 2 ? "s1" : "s2");
      expect(open([key], { ...here, ...moved }, envelope)).toMatchObject({ refused: "notFromHere" });
    }
  });

  test("and one with any character changed is refused", () => {
    const envelope = seal(key, here, "text", random());
    const start = envelope.indexOf(".", 3) + 1;
    fc.assert(
      fc.property(fc.integer({ min: start, max: envelope.length - 2 }), (at) => {
        const changed = envelope.slice(0, at) + (envelope[at] === "A" ? "B" : "A") + envelope.slice(at + 1);
        expect(open([key], here, changed)).toHaveProperty("refused");
      }),
      { numRuns: 100 },
    );
  });
});

describe("keys", () => {
  test("that are retired still open, and those that were never here do not", () => {
    const envelope = seal(otherKey, here, "text", random());
    expect(textOf(here, envelope, [key, otherKey])).toBe("text");
    expect(open([key], here, envelope)).toEqual({ refused: "unknownKey", keyId: otherKey.id });
  });

  test("are named by what they are, and have 32 bytes", () => {
    expect(keyOf(1).id).toBe(key.id);
    expect(key.id).not.toBe(otherKey.id);
    expect(() => sealingKey(new Uint8Array(16))).toThrow("32 bytes");
  });
});

describe("a blind index", () => {
  test("is the same for the same value, and says nothing across organizations, fields or keys", () => {
    const one = indexed(key, "o1", "upn", "H801200001001");
    expect(indexed(key, "o1", "upn", "H801200001001")).toBe(one);
    const others = [
      indexed(key, "o1", "upn", "H801200001002"),
      indexed(key, "o2", "upn", "H801200001001"),
      indexed(key, "o1", "stateNumber", "H801200001001"),
      indexed(otherKey, "o1", "upn", "H801200001001"),
    ];
    expect(new Set([one, ...others]).size).toBe(5);
    expect(one).not.toContain("8012");
  });
});
