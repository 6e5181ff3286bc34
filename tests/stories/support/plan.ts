import { expect, type Locator, type Page } from "@playwright/test";

export const presentLevels = "Present levels of academic achievement and functional performance";

/** Opens the page of a child from the list of students, as a team member does. */
export async function openStudent(page: Page, name: string): Promise<void> {
  await page.goto("/students");
  await page
    .getByRole("link", { name: new RegExp(name) })
    .first()
    .click();
  await page.getByRole("heading", { level: 1, name: new RegExp(name) }).waitFor();
}

/** Opens the draft of a child's next plan. */
export async function openDraft(page: Page, name: string): Promise<void> {
  await openStudent(page, name);
  await page.getByRole("link", { name: /draft/i }).first().click();
  await page.waitForURL(/\/plans\//);
}

/** A section's text, with its editor in place. */
export async function openSection(page: Page, title: string): Promise<Locator> {
  await page.getByRole("heading", { name: title }).first().scrollIntoViewIfNeeded();
  const text = page.getByRole("textbox", { name: title });
  await expect(text).toHaveAttribute("contenteditable", "true");
  await text.scrollIntoViewIfNeeded();
  return text;
}

/** What stands in a text, without the carets that are drawn into it. */
export function wordsOf(text: Locator): Promise<string> {
  return text.evaluate((element) => {
    const copy = element.cloneNode(true) as HTMLElement;
    for (const drawn of copy.querySelectorAll(
      "[data-caret-of], .ProseMirror-trailingBreak, .ProseMirror-separator",
    ))
      drawn.remove();
    return [...copy.querySelectorAll("p, h3, h4")].map((block) => block.textContent ?? "").join("\n");
  });
}

/** Starts a paragraph of its own after everything else and leaves the caret at its end. */
export async function startParagraph(text: Locator, words: string): Promise<void> {
  await text.click();
  await text.press("ControlOrMeta+End");
  await text.press("Enter");
  // Twice, because the text may end in a list: an empty item left with Enter is a paragraph again.
  await text.press("Enter");
  await text.pressSequentially(words);
}

/** Writes at the very beginning, away from whoever writes at the end. */
export async function writeAtStart(text: Locator, words: string): Promise<void> {
  await text.click();
  await text.press("ControlOrMeta+Home");
  await text.pressSequentially(words);
}

/** Both screens show the same words. */
export async function expectSameWords(...texts: Locator[]): Promise<void> {
  await expect
    .poll(async () => new Set(await Promise.all(texts.map(wordsOf))).size, { timeout: 20_000 })
    .toBe(1);
}
