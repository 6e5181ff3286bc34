import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, type Page } from "@playwright/test";
import { judge } from "./looks.ts";

export const sizes = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 800 } };
export const themes = ["light", "dark"] as const;

const colour = ["color-contrast", "link-in-text-block"];
const everything = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What text was found readable by this worker, by theme: see looks.ts. */
const readable = { light: new Set<string>(), dark: new Set<string>() };

const axeSource = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

/**
 * By night (`EVERY_LOOK=1`), and for pictures, every screen is looked at in each theme at each size, and the colours of each text are
 * judged anew.
 */
const seesAll = process.env.EVERY_LOOK === "1" || process.env.SCREENS === "1";

type Look = { size: keyof typeof sizes; theme: (typeof themes)[number] };

/** How a screen is looked at: by day in each theme once and at each size once, which one where hangs on its name. */
function looksAt(name: string): Look[] {
  const isOdd = [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 2 === 1;
  const [first, second] = isOdd ? themes : themes.toReversed();
  const chosen: Look[] = [
    { size: "phone", theme: first ?? "light" },
    { size: "desk", theme: second ?? "dark" },
  ];
  return seesAll ? themes.flatMap((theme) => chosen.map(({ size }) => ({ size, theme }))) : chosen;
}

/**
 * The rules that the page breaks as it stands. Asked of axe itself, because its companion for Playwright loads it
 * anew and opens a second page for every look, which costs more than the look. Our pages hold no frames.
 */
async function violationsOn(page: Page, theme: Look["theme"]) {
  const isThere = await page.evaluate(() => "axe" in globalThis);
  if (!isThere) await page.evaluate(axeSource);
  const known = seesAll ? [] : [...readable[theme]];
  const told = await page.evaluate(judge, { known, colour, everything });
  for (const look of told.readable) readable[theme].add(look);
  return told.broken;
}

/** What a screen is looked at for, at both sizes and in both themes: axe's rules, and nothing wider than it. */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  const found: string[] = [];
  for (const { size, theme } of looksAt(name)) {
    await page.setViewportSize(sizes[size]);
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    const shown = `${name}, ${size}, ${theme}`;
    // For people to look at: `SCREENS=1 npm test -- --only stories`.
    if (process.env.SCREENS)
      await page.screenshot({ path: `test-results/screens/${name}-${size}-${theme}.png` });
    for (const { id, nodes } of await violationsOn(page, theme)) {
      for (const { where, what } of nodes) found.push(`${shown}: ${id} at ${where}: ${what}`);
    }
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (overflow > 0) found.push(`${shown}: ${overflow} px wider than the screen`);
  }
  expect.soft(found).toEqual([]);
}

/** The page has its content: a heading, and nothing that still waits for the server. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await page.waitForLoadState("networkidle");
}
