import type { Page } from "@playwright/test";
import { apiOf, idsOf } from "./support/api.ts";
import { jumpsOf, watchJumps } from "./support/jumps.ts";
import { expectAccessible, settled } from "./support/screens.ts";
import { expect, test } from "./support/test.ts";

test.describe.configure({ timeout: 600_000 });

test("every page before sign-in can be used by everybody, in English and from right to left", async ({
  district,
  visitor,
}) => {
  const page = await visitor({ baseURL: district.url });
  await watchJumps(page);
  for (const path of [
    "/sign-in",
    "/sign-up",
    "/forgotten-password",
    "/reset-password",
    "/invite/none",
    "/outbox",
  ]) {
    await look(page, path, path.slice(1).replaceAll("/", "-"));
  }
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "العربية" }).click();
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await expectAccessible(page, "sign-in-arabic");
});

test("every page of the team can be used by everybody", async ({ as }) => {
  const page = await as("caseManager");
  const ids = await idsOf(await apiOf(page), "Ava Marchetti");
  const pages = {
    home: "/",
    students: "/students",
    student: `/students/${ids.studentId}`,
    "student-status": `/students/${ids.studentId}/status`,
    "student-timeline": `/students/${ids.studentId}/timeline`,
    "student-as-it-stood": `/students/${ids.studentId}/as-it-stood?on=2026-01-15&view=then`,
    "student-access": `/students/${ids.studentId}/access`,
    emergency: "/emergency",
    "student-record": `/students/${ids.studentId}/record`,
    "student-consents": `/students/${ids.studentId}/consents`,
    "student-documents": `/students/${ids.studentId}/documents`,
    "plan-draft": `/students/${ids.studentId}/plans/${ids.draftId}`,
    "plan-in-effect": `/students/${ids.studentId}/plans/${ids.iepId}`,
    "rights-letters": `/students/${ids.studentId}/letters/rights`,
    "plan-print": `/students/${ids.studentId}/plans/${ids.iepId}/print`,
    copies: `/students/${ids.studentId}/copies`,
    goal: `/students/${ids.studentId}/goals/${ids.goalId}`,
    reports: "/reports",
    log: "/log",
    "log-student": `/log/${ids.studentId}`,
    preferences: "/preferences",
    account: "/account",
    "not-found": "/nowhere",
  };
  await watchJumps(page);
  for (const [name, path] of Object.entries(pages)) await look(page, path, name);
});

test("every page of the administrator can be used by everybody", async ({ as }) => {
  const page = await as("administrator");
  await watchJumps(page);
  for (const name of [
    "people",
    "groups",
    "students",
    "settings/organization",
    "settings/calendar",
    "settings/schools",
    "audit",
    "reports",
    "settings/exports",
    "settings/retention",
    "outbox",
    "mail",
    "students/new",
    "students/duplicates",
    "settings/security",
    "settings/imports",
  ]) {
    await look(page, `/${name}`, `administrator-${name.replaceAll("/", "-")}`);
  }
});

test("every page of the family can be used by everybody, in English and from right to left", async ({
  as,
}) => {
  const ids = await idsOf(await apiOf(await as("caseManager")), "Ava Marchetti");
  const page = await as("guardian");
  await watchJumps(page);
  const pages = {
    "family-home": "/",
    child: `/children/${ids.studentId}`,
    "child-timeline": `/children/${ids.studentId}/timeline`,
    "child-access": `/children/${ids.studentId}/access`,
    "child-download": `/children/${ids.studentId}/download`,
    "child-consents": `/children/${ids.studentId}/consents`,
    "child-documents": `/children/${ids.studentId}/documents`,
    "child-plan": `/children/${ids.studentId}/plans/${ids.iepId}`,
    "family-preferences": "/preferences",
    "family-account": "/account",
  };
  for (const [name, path] of Object.entries(pages)) await look(page, path, name);

  await page.goto("/preferences");
  await page.getByText("العربية").last().click();
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  for (const [name, path] of Object.entries(pages)) await look(page, path, `${name}-arabic`);
});

/** A plan's sections open as they come near, and a report's numbers come while it is counted: these may move. */
const grows = /^plan-|reports$/;

async function look(page: Page, path: string, name: string): Promise<void> {
  await test.step(name, async () => {
    await page.goto(path);
    await settled(page);
    if (!grows.test(name)) expect(await jumpsOf(page), "how far the page moved by itself").toBeLessThan(0.1);
    await expectAccessible(page, name);
  });
}
