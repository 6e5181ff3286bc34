import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

type Linear = [red: number, green: number, blue: number];

/** OKLCH to linear sRGB, clipped to the gamut (B. Ottosson, "A perceptual color space for image processing", 2020). */
function linearOf(lightness: number, chroma: number, hueDegrees: number): Linear {
  const hue = (hueDegrees * Math.PI) / 180;
  const a = chroma * Math.cos(hue);
  const b = chroma * Math.sin(hue);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (value: number) => Math.min(1, Math.max(0, value));
  return [
    clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

/** Relative contrast of two colours as WCAG 2.2 defines it. */
function contrast(one: Linear, two: Linear): number {
  const [low = 0, high = 0] = [one, two]
    .map(([red, green, blue]) => 0.2126 * red + 0.7152 * green + 0.0722 * blue)
    .sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const css = readFileSync("src/app/theme.css", "utf8");
const pair = /--([\w-]+):\s*light-dark\(\s*oklch\(([\d. ]+)\),\s*oklch\(([\d. ]+)\)\s*\)/g;

/** The tokens of a block of theme.css, for one colour scheme. */
function tokens(selector: string, scheme: "light" | "dark"): Map<string, Linear> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf("\n}", start));
  const entries = [...block.matchAll(pair)].map(([, name = "", light = "", dark = ""]) => {
    const [l = 0, c = 0, h = 0] = (scheme === "light" ? light : dark).split(" ").map(Number);
    return [name, linearOf(l, c, h)] as const;
  });
  return new Map(entries);
}

const surfaces = ["paper", "raised", "sunken", "hover"];
const washes = ["good", "attention", "danger", "information"];

describe.each([
  ["light", ":root", "light"],
  ["dark", ":root", "dark"],
  ["high contrast, light", ':root[data-theme="contrast"]', "light"],
  ["high contrast, dark", ':root[data-theme="contrast"]', "dark"],
] as const)("the %s theme", (_name, selector, scheme) => {
  const shown = new Map([...tokens(":root", scheme), ...tokens(selector, scheme)]);
  const between = (one: string, two: string) => {
    const [a, b] = [shown.get(one), shown.get(two)];
    if (!a || !b) throw new Error(`No token --${a ? two : one} in theme.css`);
    return contrast(a, b);
  };

  test.each(["ink", "ink-2", "ink-3", "accent", "danger"])("%s is readable on every surface", (ink) => {
    for (const surface of surfaces) expect(between(ink, surface)).toBeGreaterThanOrEqual(4.5);
  });

  test("words on the accent and on a chosen row are readable", () => {
    expect(between("on-accent", "accent")).toBeGreaterThanOrEqual(4.5);
    expect(between("on-accent", "danger")).toBeGreaterThanOrEqual(4.5);
    expect(between("accent-strong", "accent-wash")).toBeGreaterThanOrEqual(4.5);
    expect(between("ink", "accent-wash")).toBeGreaterThanOrEqual(4.5);
  });

  test.each(washes)("%s is readable on its wash", (tone) => {
    expect(between(tone, `${tone}-wash`)).toBeGreaterThanOrEqual(4.5);
    expect(between("ink", `${tone}-wash`)).toBeGreaterThanOrEqual(4.5);
  });

  test("edges of controls and the focus ring stand out", () => {
    for (const surface of surfaces) {
      expect(between("edge", surface)).toBeGreaterThanOrEqual(3);
      expect(between("focus", surface)).toBeGreaterThanOrEqual(3);
    }
  });

  test.each([0, 1, 2, 3, 4, 5, 6, 7])("person %i has readable initials and a visible caret", (person) => {
    expect(between("on-person", `person-${person}`)).toBeGreaterThanOrEqual(4.5);
    expect(between(`person-${person}`, "paper")).toBeGreaterThanOrEqual(3);
  });
});
