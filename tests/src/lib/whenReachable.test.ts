import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { whenReachable } from "#src/lib/whenReachable.ts";

const notFetched = new Error("Failed to fetch dynamically imported module");

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("window", new EventTarget());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Whether the deployment answers. */
const deployment = (answers: () => boolean) =>
  vi.stubGlobal("fetch", async () => {
    if (!answers()) throw new TypeError("Failed to fetch");
    return new Response();
  });

test("code that is fetched is handed on at once", async () => {
  expect(await whenReachable(async () => "page")).toBe("page");
});

test("without a network it waits, and fetches as soon as there is one", async () => {
  let hasNetwork = false;
  deployment(() => hasNetwork);
  const load = vi.fn(async () => {
    if (!hasNetwork) throw notFetched;
    return "page";
  });
  const page = whenReachable(load);
  await vi.advanceTimersByTimeAsync(0);
  hasNetwork = true;
  window.dispatchEvent(new Event("online"));
  expect(await page).toBe("page");
  expect(load).toHaveBeenCalledTimes(2);
});

test("a deployment that is away is asked again every few seconds", async () => {
  let isAway = true;
  deployment(() => !isAway);
  const load = vi.fn(async () => {
    if (isAway) throw notFetched;
    return "page";
  });
  const page = whenReachable(load);
  await vi.advanceTimersByTimeAsync(7_000);
  expect(load).toHaveBeenCalledTimes(3);
  isAway = false;
  await vi.advanceTimersByTimeAsync(3_000);
  expect(await page).toBe("page");
});

test("code that is gone although the deployment answers is a failure, so that the newer version is fetched", async () => {
  deployment(() => true);
  await expect(whenReachable(() => Promise.reject(notFetched))).rejects.toBe(notFetched);
});
