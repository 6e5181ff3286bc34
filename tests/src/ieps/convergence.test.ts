import { describe, expect, test } from "vitest";
import { Chance } from "#tests/support/chance.ts";
import { MemoryAuthority, schema, textOf } from "./memoryAuthority.ts";

import { Device, Page, quiet } from "./world.ts";

const CLIENTS = 4;
const EDITS = 40;
const SEEDS = Number(process.env.SEEDS ?? 30);
const FIRST_SEED = Number(process.env.FIRST_SEED ?? 1);

interface Story {
  readonly maps: boolean;
  readonly deletes: boolean;
}

/** Several people write for a while over slow, cut and mended wires; pages die and are opened again. */
async function live(seed: number, { maps, deletes }: Story) {
  const chance = new Chance(seed);
  const server = new MemoryAuthority(maps, textOf("paragraph one", "paragraph two", "paragraph three"));
  const devices = Array.from({ length: CLIENTS }, (_, index) => new Device(`client${index}`));
  const pages: Page[] = [];
  for (const device of devices) pages.push(await Page.open(device, server));
  let typed = 0;
  let known = 0;
  const letter = () => String.fromCharCode(0xe000 + typed++);
  const announce = () => {
    if (known === server.version) return;
    known = server.version;
    for (const page of pages) page.wire.announce();
  };
  for (let edits = 0; edits < EDITS; ) {
    const index = chance.below(CLIENTS);
    const page = pages[index];
    if (!page) throw new Error("No such page");
    const act = chance.next();
    const at = () => chance.below(page.doc.content.size + 1);
    if (act < 0.3) {
      edits++;
      const kind = chance.next();
      if (kind < 0.55)
        page.edit((tr) => {
          const position = at();
          if (!tr.doc.resolve(position).parent.inlineContent) throw new RangeError("between paragraphs");
          tr.insert(position, schema.text(letter()));
        });
      else if (kind < 0.7 && deletes)
        page.edit((tr) => void tr.delete(Math.min(at(), 20), 20 + chance.below(10)));
      else if (kind < 0.85) page.edit((tr) => void tr.split(at()));
      else page.edit((tr) => void tr.addMark(1, at(), schema.marks.bold.create()));
    } else if (act < 0.9) {
      page.wire.deliver();
      announce();
    } else if (act < 0.94) page.wire.cut();
    else if (act < 0.98) page.wire.mend();
    else {
      page.wire.drop();
      await quiet();
      pages[index] = await Page.open(page.device, server);
    }
    await quiet();
  }
  for (const page of pages) page.wire.mend();
  for (let isMoving = true; isMoving; ) {
    isMoving = false;
    for (const page of pages) while (page.wire.deliver()) isMoving = true;
    await quiet();
    announce();
    if (pages.some((page) => page.wire.hasMail())) isMoving = true;
  }
  return { server, pages, typed };
}

describe.each([
  { maps: true, deletes: true },
  { maps: false, deletes: true },
  { maps: true, deletes: false },
  { maps: false, deletes: false },
])("people writing at once (server maps: $maps, deletions: $deletes)", (story) => {
  test(`all end with the same text, seeds ${FIRST_SEED} to ${FIRST_SEED + SEEDS - 1}`, async () => {
    for (let seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
      const { server, pages, typed } = await live(seed, story);
      const text = server.doc.textContent;
      for (const page of pages) {
        expect(page.doc.toJSON(), `seed ${seed}`).toEqual(server.doc.toJSON());
        expect(page.session.hasUnsent(), `seed ${seed}`).toBe(false);
        expect(page.session.getStatus().kind, `seed ${seed}`).toBe("saved");
      }
      for (let index = 0; index < typed; index++) {
        const times = text.split(String.fromCharCode(0xe000 + index)).length - 1;
        if (story.deletes) expect(times, `seed ${seed}, letter ${index}`).toBeLessThan(2);
        else expect(times, `seed ${seed}, letter ${index}`).toBe(1);
      }
    }
  }, 600_000);
});
