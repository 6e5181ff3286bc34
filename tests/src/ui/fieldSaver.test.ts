import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Edit } from "#src/lib/keptEdit.ts";
import type { Outcome } from "#src/lib/useCommand.ts";
import { FieldSaver } from "#src/ui/live/fieldSaver.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const LONG_PAUSE_MS = 5_000;
const refused = (code: "conflict" | "too_long"): Outcome<unknown> => ({
  isDone: false,
  problem: { code },
  sentence: "",
});

/** A field on a line where every answer waits, and a server that refuses whoever did not see what it holds. */
function aField(stored: string, onDevice: Edit<string> | null = null) {
  const server = { stored };
  const device = { edit: onDevice };
  const answers: (() => void)[] = [];
  const lost: string[] = [];
  const saver = new FieldSaver<string>({
    live: () => server.stored,
    save: (base, next) =>
      new Promise((settle) => {
        answers.push(() => {
          if (next.length > 20) return settle(refused("too_long"));
          if (base !== server.stored) return settle(refused("conflict"));
          server.stored = next;
          settle({ isDone: true, value: null });
        });
      }),
    redraw: () => {},
    lost: (mine) => void lost.push(mine),
    kept: {
      get: () => device.edit,
      put: (edit) => {
        device.edit = edit;
      },
    },
  });
  const type = (text: string) => saver.change(text);
  const pause = () => vi.advanceTimersByTimeAsync(LONG_PAUSE_MS);
  const answer = async () => {
    answers.shift()?.();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { saver, server, device, lost, answers, type, pause, answer };
}

test("whoever types on while a slow line carries the first words conflicts with nobody", async () => {
  const { saver, server, answers, type, pause, answer } = aField("Spanish");
  type("Spanish, a");
  await pause();
  type("Spanish, ab");
  await pause();
  expect(answers).toHaveLength(1);
  await answer();
  await answer();
  expect(saver).toMatchObject({ isConflict: false, edit: null });
  expect(server.stored).toBe("Spanish, ab");
});

test("what is typed while a saving is under way waits for its own pause", async () => {
  const { saver, server, type, pause, answer } = aField("");
  type("one");
  await pause();
  type("one two");
  await answer();
  expect(saver.edit).toEqual({ base: "one", mine: "one two" });
  await pause();
  await answer();
  expect(server.stored).toBe("one two");
});

test("leaving the field twice, by a key and by closing its row, saves once", async () => {
  const { saver, answers, type } = aField("");
  type("Polish");
  saver.commit();
  saver.leave();
  expect(answers).toHaveLength(1);
});

test("words that are refused after their row was closed are said, not dropped", async () => {
  const { saver, lost, type, answer } = aField("");
  type("far longer than anything that is kept here");
  saver.leave();
  await answer();
  expect(lost).toEqual(["far longer than anything that is kept here"]);
});

test("what somebody else wrote meanwhile is not overwritten, and either can be kept", async () => {
  const { saver, server, type, pause, answer } = aField("Spanish");
  type("Catalan");
  server.stored = "Basque";
  await pause();
  await answer();
  expect(saver.isConflict).toBe(true);
  type("Catalan and Spanish");
  await pause();
  expect(server.stored).toBe("Basque");
  saver.keepMine();
  await answer();
  expect(server.stored).toBe("Catalan and Spanish");
});

test("a refusal is gone as soon as the words are changed", async () => {
  const { saver, type, pause, answer } = aField("");
  type("far longer than anything that is kept here");
  await pause();
  await answer();
  expect(saver.refusal?.problem.code).toBe("too_long");
  type("short");
  expect(saver.refusal).toBeNull();
});

test("what is typed lies on the device until the server has it, also when the field is gone by then", async () => {
  const { saver, device, type, answer } = aField("Spanish");
  type("Catalan");
  expect(device.edit).toEqual({ base: "Spanish", mine: "Catalan" });
  saver.leave();
  expect(device.edit).not.toBeNull();
  await answer();
  expect(device.edit).toBeNull();
});

test("words from another day are shown and go nowhere by themselves, only when their author says so", async () => {
  const { saver, server, device, answers, pause, answer } = aField("Spanish", {
    base: "Spanish",
    mine: "Catalan",
  });
  expect(saver).toMatchObject({ isFound: true, isConflict: false });
  saver.commit();
  saver.leave();
  await pause();
  expect(answers).toHaveLength(0);
  saver.keepMine();
  await answer();
  expect(server.stored).toBe("Catalan");
  expect(device.edit).toBeNull();
});

test("words from another day that stand over what somebody else has written since are a choice from the start", async () => {
  const { saver, server, device, type, pause } = aField("Basque", { base: "Spanish", mine: "Catalan" });
  expect(saver.isConflict).toBe(true);
  type("Catalan and Spanish");
  await pause();
  expect(saver.isConflict).toBe(true);
  saver.takeTheirs();
  expect(server.stored).toBe("Basque");
  expect(device.edit).toBeNull();
});

test("words that had arrived before the page was gone are kept no longer", () => {
  const { saver, device } = aField("Catalan", { base: "Spanish", mine: "Catalan" });
  saver.settle();
  expect(device.edit).toBeNull();
});
