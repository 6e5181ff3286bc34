import { ConvexReactClient } from "convex/react";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seededChance } from "#tests/support/chance.ts";
import { eventually, type LedgerDeployment, ledger, openLedger, overHttp } from "./support/ledger.ts";
import { isTransition, modificationsOf, RawSession } from "./support/rawSession.ts";

let deployment: LedgerDeployment;
beforeAll(async () => {
  deployment = await openLedger();
});
afterAll(() => deployment.close());

type Page = { page: { number: number }[]; continueCursor: string; isDone: boolean };

test("SYNC-10: two live pages neither gap nor overlap while entries come and go between them", async () => {
  const chance = seededChance("pages");
  const http = overHttp(deployment.url);
  for (let number = 0; number < 40; number += 2)
    await http.mutation(ledger.entries.add, { key: "pages", number });
  const session = await RawSession.open(deployment.url);
  const latest = new Map<number, Page>();
  const note = () => {
    for (const frame of session.frames.splice(0).filter(isTransition))
      for (const { queryId, value } of modificationsOf(frame)) latest.set(queryId, value as Page);
  };
  const watchPage = (queryId: number, cursor: string | null) =>
    session.watch(queryId, [
      {
        queryId,
        udfPath: "entries:page",
        args: { key: "pages", paginationOpts: { numItems: 10, cursor, id: 1 } },
      },
    ]);
  watchPage(0, null);
  await session.frame(isTransition);
  note();
  watchPage(1, latest.get(0)?.continueCursor ?? null);
  await session.frame(isTransition);
  note();
  for (let round = 0; round < 60; round += 1) {
    if (chance.next() < 0.3) await http.mutation(ledger.entries.removeFirst, { key: "pages" });
    else await http.mutation(ledger.entries.add, { key: "pages", number: chance.below(39) });
  }
  const all = (await http.query(ledger.entries.numbers, { key: "pages" })) as number[];
  const shown = () => [0, 1].flatMap((id) => latest.get(id)?.page.map(({ number }) => number) ?? []);
  await eventually("both pages show the last commit", () => {
    note();
    return JSON.stringify(shown()) === JSON.stringify(all.slice(0, shown().length));
  });
  expect(shown().length).toBeGreaterThan(0);
  session.close();
});

test("SYNC-10: the React client's paginated query stays whole across a reconnect", async () => {
  const http = overHttp(deployment.url);
  for (let number = 0; number < 25; number += 1)
    await http.mutation(ledger.entries.add, { key: "react", number });
  const react = new ConvexReactClient(deployment.url, {
    webSocketConstructor: (await import("ws")).WebSocket as unknown as typeof globalThis.WebSocket,
    logger: false,
    unsavedChangesWarning: false,
  });
  const watch = react.watchQuery(ledger.entries.page, {
    key: "react",
    paginationOpts: { numItems: 10, cursor: null, id: 2 },
  });
  watch.onUpdate(() => undefined);
  const numbers = () => ((watch.localQueryResult() ?? { page: [] }) as Page).page.map(({ number }) => number);
  await eventually("the first page", () => numbers().length === 10);
  const journal = watch.journal();
  await http.mutation(ledger.entries.add, { key: "react", number: 3.5 });
  await eventually("the page has grown with its stretch", () => numbers().length === 11);
  expect(watch.journal()).toBe(journal);
  expect(numbers()).toContain(3.5);
  expect(numbers().at(-1)).toBe(9);
  await react.close();
});
