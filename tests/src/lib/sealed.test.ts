import { expect, test } from "vitest";
import { sealWith, unsealWith } from "#src/lib/sealed.ts";

const mine = { keyId: "mine", key: Uint8Array.from({ length: 32 }, (_, i) => i).buffer };
const hers = { keyId: "hers", key: Uint8Array.from({ length: 32 }, (_, i) => 255 - i).buffer };
const words = { text: "Robin reads 41 words a minute", value: 41 };

test("what was sealed opens with the same key, at the same place", () => {
  expect(unsealWith(mine, sealWith(mine, words, "draft 1"), "draft 1")).toEqual(words);
});

test("nothing of it can be read in the box, and no two boxes are alike", () => {
  const [first, second] = [sealWith(mine, words, "draft 1"), sealWith(mine, words, "draft 1")];
  expect(new TextDecoder().decode(first.box)).not.toContain("Robin");
  expect(first.box).not.toEqual(second.box);
});

test("it does not open with another's key, at another place, or after a bit was turned", () => {
  const sealed = sealWith(mine, words, "draft 1");
  expect(unsealWith(hers, sealed, "draft 1")).toBeNull();
  expect(unsealWith(mine, sealed, "draft 2")).toBeNull();
  const turned = { ...sealed, box: sealed.box.with(30, (sealed.box[30] ?? 0) ^ 1) };
  expect(unsealWith(mine, turned, "draft 1")).toBeNull();
});
