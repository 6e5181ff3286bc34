import { cpSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type BrowserContextOptions, test as base, type Page } from "@playwright/test";
import { linkTree } from "#embedded/deploy/safeFiles.ts";
import { aheadMs, moveClock } from "../../support/movedClock.mjs";
import { enter, type PersonKey, people } from "./people.ts";
import { folders, port } from "./places.ts";
import { Server } from "./server.ts";

type Parts = {
  /** A server on a fresh copy of the seeded sample district. */
  district: Server;
  /** A server on a fresh copy of a deployment in which nobody is yet. */
  emptyDistrict: Server;
  /** A browser of its own in which this person has signed in, and no page is open yet. */
  as: (person: PersonKey, options?: BrowserContextOptions) => Promise<Page>;
  /** A browser of its own in which nobody has signed in. */
  visitor: (options?: BrowserContextOptions) => Promise<Page>;
};

export const test = base.extend<Parts>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parts that a fixture needs from this pattern.
  district: async ({}, use) => runOnCopy(folders.sample, false, use),
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  emptyDistrict: async ({}, use) => runOnCopy(folders.empty, true, use),
  visitor: async ({ browser }, use) => {
    const contexts: { close(): Promise<void> }[] = [];
    await use(async (options) => {
      const context = await browser.newContext({ baseURL: `http://localhost:${port}`, ...options });
      await context.addInitScript(moveClock, aheadMs());
      contexts.push(context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
  as: async ({ district, visitor }, use) => {
    await use(async (person, options) => {
      const page = await visitor({ baseURL: district.url, ...options });
      await enter(page.context(), people[person]);
      return page;
    });
  },
});

export { expect } from "@playwright/test";

async function runOnCopy(
  folder: string,
  empty: boolean,
  use: (server: Server) => Promise<void>,
): Promise<void> {
  await copyDistrict(folder, folders.current);
  const server = new Server({ folder: folders.current, port, empty });
  await server.start();
  await use(server);
  await server.stop();
}

/** The deployed functions, thousands of files that are never written to again, are linked; the rest is copied. */
async function copyDistrict(from: string, to: string): Promise<void> {
  const packages = join("deployment", "packages");
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true, filter: (file) => file !== join(from, packages) });
  for (const name of readdirSync(join(from, packages))) {
    // What a deployment loads anew lies there under a name of its own, until its next start.
    if (!name.startsWith("copies-")) await linkTree(join(from, packages, name), join(to, packages, name));
  }
}
