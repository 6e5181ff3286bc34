import { TextSelection } from "@tiptap/pm/state";
import { beforeEach, expect, test } from "vitest";
import { ownCaret, placeCaret } from "#src/features/ieps/carets/placeCaret.ts";
import { draftOf } from "#src/features/ieps/sync/draftPlugin.ts";
import { Chance } from "#tests/support/chance.ts";
import { MemoryAuthority, textOf } from "./memoryAuthority.ts";

import { Device, Page, settle } from "./world.ts";

let ana: Page;
let ben: Page;

beforeEach(async () => {
  const server = new MemoryAuthority(true, textOf("abcdef"));
  ana = await Page.open(new Device("ana"), server);
  ben = await Page.open(new Device("ben"), server);
});

/** The letters on both sides of where Ben's page draws Ana's caret. */
function drawn(caret: ReturnType<typeof ownCaret>): string | null {
  const place = placeCaret(draftOf(ben.session.state), "ana", caret);
  if (!place) return null;
  const text = ben.doc.textContent;
  return `${text[place.head - 2] ?? ""}|${text[place.head - 1] ?? ""}`;
}

function put(page: Page, position: number): ReturnType<typeof ownCaret> {
  page.session.dispatch(page.session.state.tr.setSelection(TextSelection.create(page.doc, position)));
  return ownCaret(page.session.state);
}

test("a caret stays between its letters while others type before it", async () => {
  const caret = put(ana, 4);
  ben.type("xyz", 1);
  expect(drawn(caret)).toBe("c|d");
  await settle(ana, ben);
  expect(drawn(caret)).toBe("c|d");
});

test("what others type exactly at a caret comes after it", async () => {
  const caret = put(ana, 4);
  ben.type("xyz", 4);
  await settle(ana, ben);
  expect(drawn(caret)).toBe("c|x");
});

test("what its owner types pushes the caret on before presence says so", async () => {
  const caret = put(ana, 4);
  ana.type("new", 4);
  await settle(ana, ben);
  expect(drawn(caret)).toBe("w|d");
});

test("one's own unsent words do not shift the caret that others see", async () => {
  ana.wire.cut();
  ana.type("unsent", 1);
  const caret = put(ana, 10);
  expect(drawn(caret)).toBe("c|d");
});

test("a caret of a version that is not here yet is not guessed", () => {
  expect(drawn({ anchor: 2, head: 2, version: 99 })).toBeNull();
});

test("over many random edits a caret never leaves its letters (seed 7)", async () => {
  const chance = new Chance(7);
  const caret = put(ana, 4);
  for (let edit = 0; edit < 60; edit++) {
    const text = ben.doc.textContent;
    const before = chance.below(text.indexOf("c") + 1) + 1;
    const after = text.indexOf("d") + 2 + chance.below(text.length - text.indexOf("d"));
    ben.type("·", chance.hits(0.5) ? before : after);
    if (chance.hits(0.3)) await settle(ana, ben);
    expect(drawn(caret)).toBe("c|d");
  }
});
