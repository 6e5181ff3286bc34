import { expect, test } from "vitest";
import { sourcesIn } from "#tests/src/app/sources.ts";

/** Classes that name a side of the screen; Arabic needs the ones that name a side of the line (ms-, pe-, start-). */
const physical =
  /(?<=["'`\s:-])-?(?:m[lr]|p[lr]|left|right|border-[lr]|rounded-[lr]|text-left|text-right|scroll-m[lr])-(?:\d|\[|auto|full|px)|(?<=["'`\s])text-(?:left|right)(?=["'`\s])/g;

test("no class names a physical side, so that every screen turns around in Arabic", () => {
  const found = sourcesIn("src").flatMap(({ path, text }) =>
    [...text.matchAll(physical)].map(([name]) => `${path}: ${name}`),
  );
  expect(found).toEqual([]);
});

test("the check itself notices a physical side", () => {
  expect('className="ml-4"'.match(physical)).not.toBeNull();
  expect('className="ms-4"'.match(physical)).toBeNull();
});
