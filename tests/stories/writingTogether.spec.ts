import type { Locator, Page } from "@playwright/test";
import { layNetwork } from "./support/network.ts";
import {
  expectSameWords,
  openDraft,
  openSection,
  presentLevels,
  startParagraph,
  wordsOf,
  writeAtStart,
} from "./support/plan.ts";
import { expect, test } from "./support/test.ts";

/** So many words each of two types while the other types too; twice as many by night. */
const together = Number(process.env.TYPED_WORDS ?? 16);

/** A person's own letters, so that everybody's can be told apart and counted. */
const phrase = (who: string, count: number) =>
  Array.from({ length: count }, (_, n) => `${who}${n + 1}`).join(" ");

test("two people type into the same paragraph and see each other's carets, a third joins, and all end with every word", async ({
  as,
}) => {
  const [manager, teacher] = [await as("caseManager"), await as("teacher")];
  const hers = await openText(manager);
  const his = await openText(teacher, manager.url());
  await startParagraph(hers, "Meeting notes: ");
  await expect(his).toContainText("Meeting notes:");
  await standAtStartOf(his, "Meeting notes:");
  const typing = Promise.all([
    hers.pressSequentially(phrase("h", together), { delay: 40 }),
    his.pressSequentially(`${phrase("d", together)} `, { delay: 40 }),
  ]);

  const specialist = await as("specialist");
  const third = await openText(specialist, manager.url());
  await expect(third).toContainText("Meeting notes:");
  await writeAtStart(third, "And speech therapy. ");
  await typing;

  await expectSameWords(hers, his, third);
  const words = await wordsOf(third);
  for (const part of [phrase("h", together), phrase("d", together), "And speech therapy."])
    expect(words).toContain(part);
  await expect(his.locator('[data-caret-of="Renee Hawthorne"] [title="Renee Hawthorne"]')).toBeVisible();
  await expect(hers.locator('[data-caret-of="Daniel Okafor"] [title="Daniel Okafor"]')).toBeVisible();
});

test("somebody goes offline, types on, comes back, and nothing is lost on either side", async ({ as }) => {
  const [manager, teacher] = [await as("caseManager"), await as("teacher")];
  const network = await layNetwork(manager);
  const hers = await openText(manager);
  const his = await openText(teacher, manager.url());
  await startParagraph(hers, "Before the train. ");
  await expect(his).toContainText("Before the train.");
  await expectSaved(manager);

  await network.cut();
  await hers.pressSequentially(phrase("tunnel", 12), { delay: 15 });
  await expectKept(manager);
  await writeAtStart(his, `${phrase("classroom", 12)} `);
  await expect(his).not.toContainText("tunnel1");

  await network.mend();
  await expectSaved(manager);
  await expectSameWords(hers, his);
  const words = await wordsOf(his);
  for (const part of [phrase("tunnel", 12), phrase("classroom", 12)]) expect(words).toContain(part);
});

test("words typed offline survive a closed page", async ({ as }) => {
  const manager = await as("caseManager");
  const network = await layNetwork(manager);
  const hers = await openText(manager);
  const address = manager.url();
  await startParagraph(hers, "On the bus: ");
  await expectSaved(manager);
  await network.cut();
  await hers.pressSequentially(phrase("bus", 8), { delay: 15 });
  await expectKept(manager);
  await manager.close({ runBeforeUnload: false });

  const again = await manager.context().newPage();
  await network.mend();
  await again.goto(address);
  const text = await openSection(again, presentLevels);
  await expect(text).toContainText(phrase("bus", 8));
  await expectSaved(again);
  const teacher = await as("teacher");
  await expect(await openText(teacher, address)).toContainText(phrase("bus", 8));
});

test("the power goes while two people type: every acknowledged word is there and both go on by themselves", async ({
  as,
  district,
}) => {
  const [manager, teacher] = [await as("caseManager"), await as("teacher")];
  const hers = await openText(manager);
  const his = await openText(teacher, manager.url());
  await startParagraph(hers, "Storm: ");
  await expect(his).toContainText("Storm:");
  await standAtStartOf(his, "Storm:");

  // They never stop typing: before, during and after the cut.
  const typing = Promise.all([
    hers.pressSequentially(phrase("h", 2 * together), { delay: 60 }),
    his.pressSequentially(`${phrase("d", 2 * together)} `, { delay: 60 }),
  ]);
  await expect(his).toContainText("h10 ");
  await district.cutPower();
  await expect(manager.locator('[data-draft-status="offline"]').first()).toBeVisible();
  const acknowledged = await wordsSeenByBoth(hers, his);
  await district.start();
  await typing;

  await expectSaved(manager);
  await expectSaved(teacher);
  await expectSameWords(hers, his);
  const words = await wordsOf(hers);
  for (const who of ["h", "d"]) expect(words).toContain(phrase(who, 2 * together));
  expect(words).toContain(acknowledged);

  // What the screens show is what the disk has.
  const specialist = await as("specialist");
  await expectSameWords(await openText(specialist, manager.url()), hers);
});

/** Walks there from the list of students, or opens the address that somebody else stands at. */
async function openText(page: Page, address?: string): Promise<Locator> {
  await (address === undefined ? openDraft(page, "Ava Marchetti") : page.goto(address));
  return openSection(page, presentLevels);
}

async function standAtStartOf(text: Locator, words: string): Promise<void> {
  await text.locator("p", { hasText: words }).click();
  await text.press("Home");
}

/** Every open section of the page says that it is safe on the server. */
const expectSaved = (page: Page) =>
  expect(page.locator('[data-draft-status]:not([data-draft-status="saved"])')).toHaveCount(0, {
    timeout: 45_000,
  });

/** The page says that it is offline and keeps what was typed. */
const expectKept = (page: Page) =>
  expect(page.locator('[data-draft-status="offline"]', { hasText: /kept/ })).toBeVisible();

/** Letters of one person that the other's screen shows have been acknowledged: the server tells nobody else earlier. */
async function wordsSeenByBoth(hers: Locator, his: Locator): Promise<string> {
  const [one, other] = await Promise.all([wordsOf(hers), wordsOf(his)]);
  const mine = /h1 [h0-9 ]*/.exec(one)?.[0] ?? "";
  const shown = /h1 [h0-9 ]*/.exec(other)?.[0] ?? "";
  return mine.startsWith(shown) ? shown : mine;
}
