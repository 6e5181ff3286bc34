/** What a browser says about itself, in the few words by which a person recognises a device. */
export type DeviceName = {
  /** A product name such as "Firefox", or null when the browser is none that we know. */
  browser: string | null;
  /** Such as "Windows" or "iPad", or null. */
  system: string | null;
  kind: "computer" | "phone" | "tablet";
};

type Mark = readonly [name: string, mark: RegExp];

/** The first that fits counts: Edge and Opera also say Chrome, and everything says Safari. */
const browsers: readonly Mark[] = [
  ["Edge", /\bEdg(?:e|A|iOS)?\//],
  ["Opera", /\b(?:OPR|Opera)\//],
  ["Samsung Internet", /\bSamsungBrowser\//],
  ["Firefox", /\b(?:Firefox|FxiOS)\//],
  ["Chrome", /\b(?:Chrome|Chromium|CriOS|HeadlessChrome)\//],
  ["Safari", /\bVersion\/[\d.]+.*\bSafari\//],
];

const systems: readonly Mark[] = [
  ["iPad", /\biPad\b/],
  ["iPhone", /\biPhone\b/],
  ["Android", /\bAndroid\b/],
  ["ChromeOS", /\bCrOS\b/],
  ["Windows", /\bWindows\b/],
  ["macOS", /\bMac OS X\b|\bMacintosh\b/],
  ["Linux", /\bLinux\b/],
];

const nameIn = (marks: readonly Mark[], text: string) =>
  marks.find(([, mark]) => mark.test(text))?.[0] ?? null;

/** Reads a User-Agent header. */
export function deviceName(userAgent: string): DeviceName {
  const system = nameIn(systems, userAgent);
  const isTablet = system === "iPad" || (system === "Android" && !/\bMobile\b/.test(userAgent));
  const isPhone = system === "iPhone" || (system === "Android" && !isTablet);
  return {
    browser: nameIn(browsers, userAgent),
    system,
    kind: isTablet ? "tablet" : isPhone ? "phone" : "computer",
  };
}
