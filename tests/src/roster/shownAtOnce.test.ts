import type { OptimisticLocalStore } from "convex/browser";
import { getFunctionName } from "convex/server";
import { expect, test } from "vitest";
import { showAnswer } from "#src/features/roster/importing/shownAtOnce.ts";

/** What a page holds of the server's answers, as an optimistic update sees it. */
function aStore(queries: Record<string, { args: object; value: unknown }[]>) {
  const of = (query: object) => queries[getFunctionName(query as never)] ?? [];
  return {
    getAllQueries: of,
    getQuery: (query: object, args: object) => find(query, args)?.value,
    setQuery: (query: object, args: object, value: unknown) => {
      const held = find(query, args);
      if (held) held.value = value;
    },
  } as unknown as OptimisticLocalStore;

  function find(query: object, args: object) {
    return of(query).find((one) => JSON.stringify(one.args) === JSON.stringify(args));
  }
}

const organizationId = "district" as never;
const importId = "import" as never;
const rowOf = (importRowId: string, answer: string | null) => ({ importRowId, answer });
const counted = (answered: number) => ({ counts: { "student.question": 2, "student.answered": answered } });

function aPage() {
  const rows = {
    args: { organizationId, importId },
    value: { page: [rowOf("one", null), rowOf("two", "same")] },
  };
  const found = { args: { organizationId, importId }, value: counted(1) };
  const store = aStore({ "roster/rows:list": [rows], "roster/imports:get": [found] });
  const say = (importRowId: string, answer: "same" | "other" | null) =>
    showAnswer(store, { organizationId, importRowId: importRowId as never, answer });
  return { rows, found, say };
}

test("an answer stands by its row and is counted before the server has it", () => {
  const { rows, found, say } = aPage();
  say("one", "same");
  expect(rows.value).toEqual({ page: [rowOf("one", "same"), rowOf("two", "same")] });
  expect(found.value).toEqual(counted(2));
});

test("a changed answer counts once, and one taken back no longer", () => {
  const { found, say } = aPage();
  say("two", "other");
  expect(found.value).toEqual(counted(1));
  say("two", null);
  expect(found.value).toEqual(counted(0));
});
