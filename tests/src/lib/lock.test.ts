import { afterEach, beforeEach, expect, test, vi } from "vitest";

const kept = new Map<string, string>();
beforeEach(() => {
  kept.clear();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** A tab of its own: the module's memory is a page's memory. */
async function aTab() {
  vi.resetModules();
  return await import("#src/lib/lock.ts");
}
const MINUTE = 60_000;

test("typing in one tab keeps the others open", async () => {
  const one = await aTab();
  const other = await aTab();
  const now = Date.now() + 20 * MINUTE;
  expect(other.idleFor(now)).toBeGreaterThan(19 * MINUTE);
  one.noteInput(now);
  expect(other.idleFor(now)).toBe(0);
});

test("what is typed all the time is told all the time", async () => {
  const one = await aTab();
  const start = Date.now();
  for (let ms = 0; ms <= 60_000; ms += 1_000) one.noteInput(start + ms);
  expect(Number(kept.get("openiep.lastInput"))).toBeGreaterThan(start + 50_000);
});

test("a browser that is opened again after hours has been idle for hours", async () => {
  (await aTab()).noteInput(Date.now());
  const later = await aTab();
  expect(later.idleFor(Date.now() + 180 * MINUTE)).toBeGreaterThan(179 * MINUTE);
});

test("one tab that locks locks all, also those that are opened later; unlocking opens all", async () => {
  const one = await aTab();
  const other = await aTab();
  one.setLocked(true);
  expect([other.isLocked(), (await aTab()).isLocked()]).toEqual([true, true]);
  other.setLocked(false);
  expect((await aTab()).isLocked()).toBe(false);
  expect((await aTab()).idleFor(Date.now())).toBeLessThan(MINUTE);
});

test("a clock that was set back is not an eternity of idleness", async () => {
  const one = await aTab();
  one.noteInput(Date.now());
  expect(one.idleFor(Date.now() - 60 * MINUTE)).toBe(0);
});
