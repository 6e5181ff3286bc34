import { beforeAll, describe, expect, test } from "vitest";
import { proseSchema } from "#convex/editorSchema.ts";
import { draftOf } from "#src/features/ieps/sync/draftPlugin.ts";
import { Chance } from "#tests/support/chance.ts";
import { aWorld, type Person, type World } from "#tests/support/world.ts";
import { openSection } from "./section.ts";
import { editAtRandom, openPage, quiet } from "./typists.ts";

const EDITS = 40;
const SEEDS = Number(process.env.CONVERGENCE_SEEDS ?? 3);
const FIRST_SEED = Number(process.env.FIRST_SEED ?? 1);

let world: World;
let writer: Person;
let teacher: Person;
let specialist: Person;

beforeAll(async () => {
  world = await aWorld();
  writer = await world.aMember("caseManager");
  teacher = await world.aMember("teacher");
  specialist = await world.aMember("specialist");
});

/** Three people write into one section at once, over wires that deliver when they like. */
async function write(seed: number, deletes: boolean) {
  const chance = new Chance(seed);
  const section = await openSection(await world.aStudent({ caseManager: writer }));
  await section.child.join(teacher);
  await section.child.join(specialist, "specialist");
  const typists = await Promise.all(
    [writer, teacher, specialist].map((person, i) => openPage(section, person, `page-${seed}-${i}`)),
  );
  let typed = 0;
  const letter = () => String.fromCharCode(0xe000 + typed++);
  for (let edits = 0; edits < EDITS; ) {
    const typist = chance.pick(typists);
    const act = chance.next();
    if (act < 0.35) {
      editAtRandom(typist, chance, letter, deletes);
      edits++;
    } else if (act < 0.85) await typist.wire.deliver();
    else typist.wire.announce();
    await quiet();
  }
  const isSettled = async () => {
    const { version } = await section.read();
    return typists.every(({ session }) => !session.hasUnsent() && draftOf(session.state).version === version);
  };
  for (let round = 0; !(await isSettled()); round++) {
    if (round === 100) throw new Error(`seed ${seed} does not settle`);
    for (const { wire } of typists) {
      wire.announce();
      while (await wire.deliver());
    }
  }
  return { section, typists, typed };
}

describe.each([{ deletes: false }, { deletes: true }])(
  "writing at once (deletions: $deletes)",
  ({ deletes }) => {
    test(`ends in one text that everybody has, seeds ${FIRST_SEED} to ${FIRST_SEED + SEEDS - 1}`, async () => {
      for (let seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
        const { section, typists, typed } = await write(seed, deletes);
        const { doc } = await section.read();
        doc.check();
        for (const { session } of typists) {
          expect(proseSchema.nodeFromJSON(session.state.doc.toJSON()).eq(doc), `seed ${seed}`).toBe(true);
        }
        for (let at = 0; at < typed && !deletes; at++) {
          const copies = doc.textContent.split(String.fromCharCode(0xe000 + at)).length - 1;
          expect(copies, `seed ${seed}, letter ${at}`).toBe(1);
        }
      }
    }, 600_000);
  },
);
