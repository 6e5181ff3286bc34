import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

export const sizes = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 800 } };
export const themes = ["light", "dark"] as const;

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What a screen is looked at for, at both sizes and in both themes: axe's rules, and nothing wider than the screen. */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  const found: string[] = [];
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
      const shown = `${name}, ${size}, ${theme}`;
      await page.screenshot({ path: `test-results/screens/${name}-${size}-${theme}.png` });
      const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
      for (const { id, nodes } of violations) {
        for (const { target, failureSummary } of nodes.slice(0, 3)) {
          found.push(`${shown}: ${id} at ${target.join(" ")}: ${failureSummary?.split("\n")[1]?.trim()}`);
        }
      }
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (overflow > 0) found.push(`${shown}: ${overflow} px wider than the screen`);
    }
  }
  expect.soft(found).toEqual([]);
}

/** The page has its content: a heading, and nothing that still waits for the server. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await page.waitForLoadState("networkidle");
}
