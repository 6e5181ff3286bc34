import { scryptAsync } from "@noble/hashes/scrypt.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { describe, expect, test } from "vitest";
import { internal } from "#convex/_generated/api.js";
import { inTurn } from "#convex/people/signIn/inTurn.ts";
import { openConvexTest } from "#tests/support/convexTestBackend.ts";

const t = openConvexTest();
const { make, matches } = internal.people.signIn.hashing;
const PASSWORD = "correct horse battery";

/** So often everybody else gets their turn while one password is hashed; in slices of JavaScript it is about 25. */
const TURNS = 200;

describe("hashing a password", () => {
  test("lets everybody else go on meanwhile", async () => {
    let turns = 0;
    let isHashing = true;
    const hashed = t.action(make, { password: PASSWORD }).finally(() => {
      isHashing = false;
    });
    while (isHashing) {
      await new Promise((resolve) => setImmediate(resolve));
      turns++;
    }
    await hashed;
    expect(turns).toBeGreaterThan(TURNS);
  });

  test("makes another hash each time, and knows the password by each", async () => {
    const hashes = [
      await t.action(make, { password: PASSWORD }),
      await t.action(make, { password: PASSWORD }),
    ];
    expect(new Set(hashes).size).toBe(2);
    for (const hash of hashes) {
      expect(await t.action(matches, { password: PASSWORD, hash })).toBe(true);
      expect(await t.action(matches, { password: "correct horse batterie", hash })).toBe(false);
    }
  });

  test("knows passwords whose hashes were made in JavaScript", async () => {
    const salt = "00112233445566778899aabbccddeeff";
    const key = await scryptAsync("cafe\u0301 at eight".normalize("NFKC"), salt, {
      N: 16_384,
      r: 16,
      p: 1,
      dkLen: 64,
    });
    const hash = `${salt}:${bytesToHex(key)}`;
    expect(await t.action(matches, { password: "caf\u00e9 at eight", hash })).toBe(true);
  });
});

describe("work in turn", () => {
  test("never runs two at once, and goes on behind one that failed", async () => {
    const queue = inTurn();
    const said: string[] = [];
    const work = (name: string) => async () => {
      said.push(`${name} begins`);
      await new Promise((resolve) => setImmediate(resolve));
      said.push(`${name} ends`);
      if (name === "b") throw new Error("b");
      return name;
    };
    const ended = await Promise.allSettled(["a", "b", "c"].map((name) => queue(work(name))));
    expect(said).toEqual(["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"]);
    expect(ended.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  });
});
