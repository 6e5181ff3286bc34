import { chromium } from "playwright-core";
import { findBrowser } from "../../../bin/steps/browser.mjs";
import { brotli, openLibraryFloor } from "../harness/libraryFloor.mjs";
import { median, pause, short } from "../harness/statistics.mjs";
import { openSampleDistrict } from "../subjects/sampleDistrict.mjs";

/** What a page costs before it can be used, against pages that only start the same libraries. */
export const firstLoad = {
  ids: ["B16"],
  async run({ rounds, say }) {
    say("opening the sample district");
    const district = await openSampleDistrict();
    const floor = await openLibraryFloor();
    const executablePath = await findBrowser(say);
    const quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"];
    const browser = await chromium.launch({ executablePath, args: quiet });
    try {
      say("weighing pages");
      const weights = await weigh(browser, district.url);
      say("timing first loads with the processor slowed four times");
      const pages = { floor: `${floor.url}/shell/`, signIn: `${district.url}/sign-in` };
      const rows = [];
      for (let round = 0; round < rounds; round++) {
        const row = {};
        for (const [name, url] of Object.entries(pages)) row[name] = await firstPaint(browser, url);
        rows.push(row);
      }
      return [...weightLines(weights, floor.kib), ...timeLines(rows)];
    } finally {
      await browser.close();
      await district.close();
      floor.close();
    }
  },
};

/** KiB of script, brotli, that each page of a journey adds up to from an empty cache. */
async function weigh(browser, url) {
  const weightOf = async (page, act) => {
    const scripts = new Map();
    const listen = async (response) => {
      if (response.request().resourceType() !== "script") return;
      scripts.set(response.url(), brotli(await response.body()).length / 1024);
    };
    page.on("response", listen);
    await act();
    await page.waitForLoadState("networkidle");
    page.off("response", listen);
    return scripts;
  };
  const sum = (scripts) => [...scripts.values()].reduce((total, kib) => total + kib, 0);
  const context = await browser.newContext();
  const page = await context.newPage();
  const signIn = await weightOf(page, async () => {
    await page.goto(`${url}/sign-in`);
    await page.getByRole("heading", { level: 1, name: "Sign in" }).waitFor();
    await page.getByLabel("E-mail address").fill("hawthorne@sample.example");
    await page.getByLabel("Password", { exact: true }).fill("sample-only-password");
  });
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("navigation").first().waitFor();
  // Each page again with nothing kept, as somebody meets it who opens a link in the morning.
  const alone = async (address, ready) => {
    const fresh = await browser.newContext({ storageState: await context.storageState() });
    const own = await fresh.newPage();
    const scripts = await weightOf(own, async () => {
      await own.goto(address);
      await ready(own);
    });
    await fresh.close();
    return scripts;
  };
  const ava = (own) => own.getByRole("link", { name: /Ava Marchetti/ }).first();
  const home = await alone(`${url}/`, (own) => ava(own).waitFor());
  await page.goto(`${url}/students`);
  await page.getByRole("heading", { level: 1, name: "Students" }).waitFor();
  await ava(page).click();
  await page.getByRole("link", { name: /draft/i }).first().click();
  await page.waitForURL(/\/plans\//);
  const plan = await alone(page.url(), (own) => own.locator('[contenteditable="true"]').first().waitFor());
  await context.close();
  return { signIn: sum(signIn), home: sum(home), plan: sum(plan) };
}

const weightLines = ({ signIn, home, plan }, floor) =>
  [
    ["sign-in", signIn, floor.shell],
    ["home", home, floor.shell],
    ["plan with editors", plan, floor.editor],
  ].map(([name, kib, base]) => ({
    id: "B16",
    what: `script of the ${name} page from an empty cache, against its libraries alone`,
    ratio: short(kib / base),
    goal: "≤ 1.25",
    detail: `${short(kib)} KiB brotli; libraries ${short(base)}`,
  }));

async function firstPaint(browser, url) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const tools = await context.newCDPSession(page);
  await tools.send("Performance.enable");
  await tools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.goto(url, { waitUntil: "load" });
  await page.locator("h1").first().waitFor();
  await pause(300);
  const paint = await page.evaluate(
    () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
  );
  const { metrics } = await tools.send("Performance.getMetrics");
  const script = metrics.find(({ name }) => name === "ScriptDuration").value * 1000;
  await context.close();
  return { paint, script };
}

const timeLines = (rows) =>
  [
    ["first contentful paint", "paint", "≤ 1.5"],
    ["script time", "script", "≤ 2"],
  ].map(([what, part, goal]) => ({
    id: "B16",
    what: `${what} of the sign-in page at a quarter of the speed, against the libraries alone`,
    ratio: short(median(rows.map(({ signIn, floor }) => signIn[part] / floor[part]))),
    goal,
    detail: `${short(median(rows.map(({ signIn }) => signIn[part])))} ms; libraries ${short(median(rows.map(({ floor }) => floor[part])))} ms`,
  }));
