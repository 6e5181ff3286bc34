import { defineConfig } from "@playwright/test";
import { aheadMs, decideHour, moveClock } from "../support/movedClock.mjs";

decideHour();
moveClock(aheadMs());

/**
 * Journeys in real browsers against the real thing: `npm start` on a copy of the seeded sample district.
 * A retry would hide what a story is there to show, so there is none.
 */
export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.ts",
  globalSetup: "./support/prepare.ts",
  outputDir: "../../test-results/stories",
  // One for each core: a story keeps one busy, with its server and its browsers.
  workers: 2,
  // Every story has a server of its own, so the longest files need not be told in one go.
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [["list"], ["json"]] : "list",
  use: {
    // Roles and names are asked for in English; stories about language choose their own.
    locale: "en-US",
    timezoneId: "America/Los_Angeles",
    // Motion is drawn by the processor here, and no story is about it.
    contextOptions: { reducedMotion: "reduce" },
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
