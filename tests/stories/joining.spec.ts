import type { Page } from "@playwright/test";
import { MailServer } from "#tests/support/mailServer.ts";
import { people, samplePassword, signIn, signOut } from "./support/people.ts";
import { expect, test } from "./support/test.ts";

const ownPassword = "plum orchard lantern nine";

test("the first visitor of an empty deployment creates the organization and becomes its administrator", async ({
  emptyDistrict,
  visitor,
}) => {
  const page = await visitor({ baseURL: emptyDistrict.url });
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1, name: "Set up OpenIEP" })).toBeVisible();
  await createAccount(page, "Ines Caldera", "ines@district.example");
  await page.getByLabel("Name of your district or school").fill("Juniper Valley Schools");
  await page.getByRole("button", { name: "Create organization" }).click();
  await expect(page.getByRole("link", { name: "People" }).first()).toBeVisible();

  const second = await visitor({ baseURL: emptyDistrict.url });
  await second.goto("/sign-in");
  await expect(second.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  await second.getByRole("link", { name: "I have forgotten my password" }).click();
  await expect(second.getByText("No link would arrive")).toBeVisible();
});

test("a teacher is invited by link, signs up with it, and is a member", async ({ as, district, visitor }) => {
  const administrator = await as("administrator");
  await administrator.goto("/people");
  await administrator
    .getByRole("button", { name: /invite/i })
    .first()
    .click();
  const box = administrator.getByRole("dialog");
  await box.getByLabel("E-mail address").fill("new.teacher@school.example");
  await expect(box.getByRole("button", { name: "Where" })).toContainText("The whole organization");
  await box.getByRole("button", { name: "Send invitation" }).click();
  await expect(box).toHaveCount(0);
  await expect(administrator.getByText("new.teacher@school.example").first()).toBeVisible();

  const teacher = await visitor({ baseURL: district.url });
  await teacher.goto(await linkFor(administrator, "new.teacher@school.example", "/invite/"));
  await createAccount(teacher, "Noor Teague");
  await teacher.getByRole("button", { name: "Accept invitation" }).click();
  await expect(teacher.getByRole("link", { name: "Students" }).first()).toBeVisible();
});

test("an invitation leaves by the school's mail server, and one that does not is said and tried again", async ({
  emptyDistrict,
  visitor,
}) => {
  const mailServer = await MailServer.open();
  mailServer.answer = (to) =>
    to === "gone@school.example" ? { code: 550, words: "5.1.1 Nobody of that name" } : undefined;
  await emptyDistrict.stop();
  emptyDistrict.environment = { SMTP_URL: mailServer.url, MAIL_FROM: "plans@school.example" };
  await emptyDistrict.start();
  const administrator = await visitor({ baseURL: emptyDistrict.url });
  await administrator.goto("/");
  await createAccount(administrator, "Ines Caldera", "ines@district.example");
  await administrator.getByLabel("Name of your district or school").fill("Juniper Valley Schools");
  await administrator.getByRole("button", { name: "Create organization" }).click();
  await administrator.getByRole("link", { name: "People" }).first().click();
  await administrator.getByRole("button", { name: "Invite colleagues" }).click();
  await administrator.getByLabel("E-mail addresses").fill("new.teacher@school.example, gone@school.example");
  // However few schools there are: what is below it stays where it is when they are known.
  await expect(administrator.getByRole("button", { name: "Where" })).toContainText("The whole organization");
  await administrator.getByRole("button", { name: "Send invitation" }).click();
  await expect(administrator.getByText(/^Mail sent /)).toHaveCount(1);
  await expect(administrator.getByText("The mail could not be sent.")).toBeVisible();

  const [mail] = mailServer.to("new.teacher@school.example");
  const teacher = await visitor({ baseURL: emptyDistrict.url });
  await teacher.goto(/^http\S+\/invite\/\S+$/m.exec(mail?.source ?? "")?.[0] ?? "");
  await createAccount(teacher, "Noor Teague");
  await teacher.getByRole("button", { name: "Accept invitation" }).click();
  await expect(teacher.getByRole("link", { name: "Students" }).first()).toBeVisible();

  mailServer.answer = () => undefined;
  await administrator.getByRole("link", { name: "Its link is in the outbox" }).click();
  await expect(administrator.getByText("550 5.1.1 Nobody of that name")).toBeVisible();
  await administrator.getByRole("button", { name: "Try again" }).click();
  await expect(administrator.getByText("Nobody of that name")).toHaveCount(0);
  await expect(administrator.getByText("Sent", { exact: true })).toHaveCount(2);
  expect(mailServer.to("gone@school.example")).toHaveLength(1);
  await mailServer.close();
});

test("a forgotten password is replaced through the mailed link, once", async ({ district, visitor }) => {
  const page = await visitor({ baseURL: district.url });
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "I have forgotten my password" }).click();
  await page.getByRole("heading", { level: 1, name: "Forgotten password" }).waitFor();
  await page.getByLabel("E-mail address").fill(people.teacher);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByText("Look into your mail")).toBeVisible();

  const link = await linkFor(page, people.teacher, "/reset-password");
  await page.goto(link);
  await page.getByLabel("New password").fill(ownPassword);
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Your password is changed")).toBeVisible();
  await signIn(page, people.teacher, ownPassword);
  await signOut(page);

  await page.goto(link);
  await page.getByLabel("New password").fill(`${ownPassword} again`);
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("This link was used already").first()).toBeVisible();
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(people.teacher);
  await page.getByLabel("Password", { exact: true }).fill(samplePassword);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText("is not right").first()).toBeVisible();
});

test("after signing out, the pages ask to sign in again", async ({ as }) => {
  const page = await as("caseManager");
  await page.goto("/");
  await page.getByRole("link", { name: "Students" }).first().click();
  await expect(page.getByRole("rowheader", { name: "Ava Marchetti" })).toBeVisible();
  const address = page.url();
  await signOut(page);
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  await expect(page.getByText("Ava Marchetti")).toHaveCount(0);
});

async function createAccount(page: Page, name: string, email?: string): Promise<void> {
  await page.getByLabel("Your name").fill(name);
  if (email !== undefined) await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Choose a password").fill(ownPassword);
  await page.getByRole("button", { name: /create account|join/i }).click();
}

/** The newest link to one person in the outbox of the sample district. */
async function linkFor(page: Page, email: string, part: string): Promise<string> {
  const outbox = await page.context().newPage();
  await outbox.goto("/outbox");
  const mail = outbox.getByRole("article").filter({ hasText: `To ${email}` });
  const address = await mail.locator(`a[href*="${part}"]`).first().getAttribute("href");
  await outbox.close();
  expect(address).not.toBeNull();
  return address ?? "";
}
