import type { Page } from "@playwright/test";

type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean };

/** Has the page tell how far what was seen of it has moved by itself since it was opened. Before it is opened. */
export async function watchJumps(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let moved = 0;
    const add = (shifts: Shift[]) => {
      for (const { value, hadRecentInput } of shifts) if (!hadRecentInput) moved += value;
    };
    const watch = new PerformanceObserver((list) => add(list.getEntries() as Shift[]));
    watch.observe({ type: "layout-shift", buffered: true });
    Object.assign(globalThis, {
      jumpsSoFar: () => {
        add(watch.takeRecords() as Shift[]);
        return moved;
      },
    });
  });
}

/**
 * The share of the window that moved, times how far (Layout Instability API); below 0.1 nobody presses what they did
 * not mean to press.
 */
export const jumpsOf = async (page: Page): Promise<number> =>
  await page.evaluate(() => (globalThis as unknown as { jumpsSoFar: () => number }).jumpsSoFar());
