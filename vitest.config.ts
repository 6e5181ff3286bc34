import { defineConfig } from "vitest/config";
import { programsInTests } from "./bin/steps/programs.mjs";
import { documentsByTable } from "./tests/support/documentsByTable.ts";
import { decideHour } from "./tests/support/movedClock.mjs";

decideHour();

const setup = ["tests/support/seeds.ts", "tests/support/cleanSlate.ts"];

/** Three worlds: plain Node (rules, embedded deployment), Convex's own test runtime, and nothing else. */
export default defineConfig({
  test: {
    projects: [
      {
        plugins: [programsInTests, documentsByTable()],
        test: {
          name: "domain",
          include: ["tests/convex/**/*.test.ts"],
          // Every file needs all of convex/: loaded once for each worker, not once for each file.
          isolate: false,
          // The same tests against the embedded deployment, which needs all of Node.
          ...(process.env.BACKEND === "embedded"
            ? { environment: "node", setupFiles: [...setup, "tests/support/byDay.ts"] }
            : { environment: "edge-runtime", setupFiles: [...setup, "tests/support/movedClock.mjs"] }),
          testTimeout: 60_000,
          hookTimeout: 120_000,
          server: { deps: { inline: ["convex-test", /@convex-dev\//] } },
        },
      },
      {
        plugins: [programsInTests],
        test: {
          name: "embedded",
          include: ["tests/embedded/**/*.test.ts"],
          environment: "node",
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "client",
          include: ["tests/src/**/*.test.{ts,tsx}"],
          isolate: false,
          environment: "node",
          setupFiles: ["tests/support/seeds.ts", "tests/support/movedClock.mjs"],
          // Time judges nothing here: other checks run beside these.
          testTimeout: 60_000,
        },
      },
    ],
  },
});
