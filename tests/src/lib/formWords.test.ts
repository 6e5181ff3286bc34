import { expect, test } from "vitest";
import { FormWords, type WordStore } from "#src/lib/formWords.ts";

type Row = Awaited<ReturnType<WordStore["take"]>>;

/** A device: what lies on it, and every write that reached it. */
function aDevice(row: Row = null) {
  const written: unknown[] = [];
  const device = { row, written };
  const store: WordStore = {
    take: async () => device.row,
    keep: async (values) => {
      await Promise.resolve();
      written.push(values);
      device.row = { values, keptAt: 2 };
    },
    drop: async () => {
      written.push(null);
      device.row = null;
    },
  };
  return { device, words: new FormWords(store) };
}

test("what is typed lies on the device, one write at a time and the newest last", async () => {
  const { device, words } = aDevice();
  await words.open();
  for (const text of ["R", "Re", "Reads well"]) words.put("findings", text);
  await words.settled();
  expect(device.row?.values).toEqual({ findings: "Reads well" });
  expect(device.written.length).toBeLessThan(3);
});

test("a form begins with the words that a page which is gone has left, and says when they were typed", async () => {
  const { words } = aDevice({ values: { findings: "Reads well" }, keptAt: 1 });
  let told = 0;
  words.subscribe(() => told++);
  await words.open();
  expect(words.get("findings")).toBe("Reads well");
  expect(words.keptAt).toBe(1);
  expect(told).toBe(1);
});

test("what was typed before they were found stands over them, and neither is lost", async () => {
  const { device, words } = aDevice({ values: { findings: "Old", because: "Asked" }, keptAt: 1 });
  const found = words.open();
  words.put("findings", "New");
  await found;
  await words.settled();
  expect(words.get("findings")).toBe("New");
  expect(device.row?.values).toEqual({ findings: "New", because: "Asked" });
});

test("words that are sent lie on the device no longer, also when they were typed a moment before", async () => {
  const { device, words } = aDevice();
  await words.open();
  words.put("findings", "Reads well");
  words.sent();
  await words.settled();
  expect(device.row).toBeNull();
});

test("whoever starts again has an empty form, here and after a reload", async () => {
  const { device, words } = aDevice({ values: { findings: "Reads well" }, keptAt: 1 });
  await words.open();
  words.startAnew();
  await words.settled();
  expect(words.get("findings")).toBeUndefined();
  expect(words.keptAt).toBeNull();
  expect(device.row).toBeNull();
});

test("a field that was saved by itself lies there no longer, and the last one takes the notice with it", async () => {
  const { device, words } = aDevice({ values: { home: "Spanish", mode: "phone" }, keptAt: 1 });
  await words.open();
  words.put("home", undefined);
  await words.settled();
  expect(device.row?.values).toEqual({ mode: "phone" });
  expect(words.keptAt).toBe(1);
  words.put("mode", undefined);
  await words.settled();
  expect(device.row).toBeNull();
  expect(words.keptAt).toBeNull();
});

test("a device that keeps nothing loses nothing that stands on the page", async () => {
  const refuses = () => Promise.reject(new Error("no room"));
  const words = new FormWords({ take: refuses, keep: refuses, drop: refuses });
  await words.open();
  words.put("findings", "Reads well");
  await words.settled();
  expect(words.get("findings")).toBe("Reads well");
});
