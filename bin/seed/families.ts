import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { addDays } from "#convex/dates.ts";
import { UPLOAD_TYPE } from "#convex/documents/rules/fileTypes.ts";
import type { SampleChild } from "#convex/sample/child.ts";
import { type SampleFamily, sampleFamilies } from "#convex/sample/family.ts";
import { samplePeople } from "#convex/sample/people.ts";
import { type District, personOf } from "./district.ts";

type Writing = { district: District; child: SampleChild; studentId: Id<"students"> };

/** What the family of a child decided, was asked and brought; what is there already is left alone. */
export async function writeFamily(work: Writing): Promise<void> {
  const family = sampleFamilies[work.child.number];
  if (!family) return;
  await decide(work, family);
  await file(work, family);
  await restrict(work, family);
}

async function decide(
  { district, child, studentId }: Writing,
  { asks = [], gives = [], signed = [] }: SampleFamily,
) {
  const manager = personOf(district, child.caseManager);
  const { standings, requests } = await manager.query(api.consent.overview.get, { studentId });
  for (const { daysAgo, ...paper } of signed) {
    if (standings.some(({ kind, recipient }) => kind === paper.kind && recipient === paper.recipient))
      continue;
    const decidedOn = addDays(district.today, -daysAgo);
    const said = { studentId, decision: "given" as const, form: "onPaper" as const, decidedOn, ...paper };
    await manager.mutation(api.consent.consents.record, said);
  }
  for (const { by, kind, scope } of gives) {
    if (standings.some((known) => known.kind === kind && known.state !== "none")) continue;
    const typedName = samplePeople.find(({ key }) => key === by)?.name ?? by;
    const said = { studentId, kind, scope, typedName, locale: "en" };
    await personOf(district, by).mutation(api.consent.deciding.give, said);
  }
  for (const ask of asks) {
    if (requests.some(({ kind }) => kind === ask.kind)) continue;
    await manager.mutation(api.consent.requests.ask, { studentId, ...ask });
  }
}

async function file({ district, studentId }: Writing, { papers = [] }: SampleFamily): Promise<void> {
  for (const { by, daysAgo, words, ...paper } of papers) {
    const person = personOf(district, by);
    const { page } = await person.query(api.documents.documents.list, {
      studentId,
      paginationOpts: { numItems: 50, cursor: null },
    });
    if (page.some(({ title }) => title === paper.title)) continue;
    const size = new TextEncoder().encode(words).length;
    const about = { studentId, fileName: paper.fileName, size };
    const { url } = await person.mutation(api.documents.uploads.begin, about);
    const { pathname, search } = new URL(url);
    const here = new URL(`${pathname}${search}`, district.deployment.url);
    const sent = await fetch(here, { method: "POST", headers: { "content-type": UPLOAD_TYPE }, body: words });
    const { storageId: upload } = (await sent.json()) as { storageId: string };
    const documentOn = addDays(district.today, -daysAgo);
    await person.mutation(api.documents.documents.add, { studentId, upload, documentOn, ...paper });
  }
}

async function restrict({ district, child, studentId }: Writing, { orders = [] }: SampleFamily) {
  if (orders.length === 0) return;
  const manager = personOf(district, child.caseManager);
  const { restrictions } = await manager.query(api.guardians.around.list, { studentId });
  for (const { forbids, ...order } of orders) {
    if (restrictions.some(({ personName }) => personName === order.personName)) continue;
    await manager.mutation(api.guardians.restrictions.record, { studentId, ...order, forbids: [...forbids] });
  }
}
