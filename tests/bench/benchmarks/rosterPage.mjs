import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { findBrowser } from "../../../bin/steps/browser.mjs";
import { short } from "../harness/statistics.mjs";
import { openSampleDistrict } from "../subjects/sampleDistrict.mjs";

const count = Number(process.env.ROSTER_ROWS ?? 10_000);
/** Beside it, so that what any file costs is known. */
const FEW = 10;
/** Nobody waits longer than this for the figures. */
const PATIENCE_MS = 45 * 60_000;

/** A whole roster through the page itself, as an administrator brings it in: chosen, checked, applied, taken back. */
export const rosterPage = {
  ids: ["B21-page"],
  async run({ say }) {
    const district = await openSampleDistrict();
    const quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"];
    const browser = await chromium.launch({ executablePath: await findBrowser(say), args: quiet });
    try {
      const page = await enter(browser, district.url);
      const few = await imported(page, FEW, "f", say);
      const many = await imported(page, count, "m", say);
      const minutes = (seconds) => short(seconds / 60);
      const line = (what, ratio, goal, detail) => ({ id: "B21-page", what, ratio, goal, detail });
      return [
        line(
          `longest task of the page while it reads ${count} rows, against ${FEW}`,
          short(many.longestMs / few.longestMs),
          "≤ 1.5",
          `${short(many.longestMs)} and ${short(few.longestMs)} ms`,
        ),
        ...Object.entries({ checked: "≤ 12", applied: "≤ 12", "taken back": "-" }).map(([step, goal]) =>
          line(
            `seconds until ${count} rows are ${step}, for each thousand`,
            short((many[step] * 1000) / count),
            goal,
            `${minutes(many[step])} minutes; sent within ${short(many.sent)} s of them`,
          ),
        ),
      ];
    } finally {
      await browser.close();
      await district.close();
    }
  },
};

async function enter(browser, baseURL) {
  const page = await (await browser.newContext({ baseURL, locale: "en-US" })).newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const data = { email: "administrator@sample.example", password: "sample-only-password" };
  await page.request.post("/api/auth/sign-in/email", { data });
  await page.addInitScript(() => {
    globalThis.longestTask = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) {
        globalThis.longestTask = Math.max(globalThis.longestTask, duration);
      }
    }).observe({ type: "longtask" });
  });
  return page;
}

async function imported(page, rows, prefix, say) {
  await page.goto("/settings/imports");
  const file = page.locator('input[type="file"]');
  await file.waitFor({ state: "attached" });
  await page.evaluate(() => {
    globalThis.longestTask = 0;
  });
  say(`${rows} rows: read`);
  // From the disk, as people choose it: contents handed over by the browser's driver are unpacked in the page.
  const folder = mkdtempSync(join(tmpdir(), "openiep-bench-roster-"));
  const chosen = join(folder, "students.csv");
  writeFileSync(chosen, textOf(rows, prefix));
  await file.setInputFiles(chosen);
  const check = page.getByRole("button", { name: "Check the files" });
  await check.waitFor();
  const longestMs = await page.evaluate(() => globalThis.longestTask);
  rmSync(folder, { recursive: true, force: true });
  await check.click();
  const from = performance.now();
  const since = (at) => (performance.now() - at) / 1000;
  await page.waitForURL(/imports\/./);
  const sent = since(from);
  const apply = page.getByRole("button", { name: /^Apply/ });
  await apply.waitFor();
  const checked = since(from);
  say(`${rows} rows: checked in ${short(checked)} s`);
  await apply.click();
  const appliedFrom = performance.now();
  await page.getByText(/rows are applied/).waitFor();
  const applied = since(appliedFrom);
  say(`${rows} rows: applied in ${short(applied)} s`);
  await page.getByRole("button", { name: "Take this import back" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Take this import back" }).click();
  const backFrom = performance.now();
  await page.getByText(/rows are as before the import/).waitFor();
  const takenBack = since(backFrom);
  say(`${rows} rows: taken back in ${short(takenBack)} s`);
  return { longestMs, sent, checked, applied, "taken back": takenBack };
}

const letters = (i) =>
  [...String(i)].map((digit) => "bdfgklmnrt"[Number(digit)] + "aeiou"[digit % 5]).join("");

/** No two alike, as in a real district. */
function textOf(rows, prefix) {
  const lines = ["external_id,student_number,given_name,family_name,date_of_birth,grade,school_id"];
  for (let i = 0; i < rows; i++) {
    const birthOn = new Date(Date.UTC(2009, 0, 1) + (i % 4000) * 86_400_000).toISOString().slice(0, 10);
    const names = `P${prefix}${letters(i)},Q${letters(i * 7)}`;
    lines.push(`${prefix}${i},${prefix}${i},${names},${birthOn},4,Cottonwood Elementary School`);
  }
  return lines.join("\n");
}
