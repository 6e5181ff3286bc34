import type { BrowserContext, Page } from "@playwright/test";

/** People of the sample district, by what they are in the stories. */
export const people = {
  administrator: "administrator@sample.example",
  /** Writes Ava's plan. */
  caseManager: "hawthorne@sample.example",
  /** Ava's classroom teacher. */
  teacher: "okafor@sample.example",
  /** Ava's speech-language pathologist. */
  specialist: "lindqvist@sample.example",
  /** Ava's mother. */
  guardian: "yolanda@sample.example",
  /** Sami's mother. */
  otherGuardian: "nadia@sample.example",
  /** Of another school, on no team of Ava's. */
  stranger: "whitfield@sample.example",
} as const;

export type PersonKey = keyof typeof people;

export const samplePassword = "sample-only-password";

/** Signs a browser in with the request that the form sends, before any page is open in it. */
export async function enter(browser: BrowserContext, email: string): Promise<void> {
  const data = { email, password: samplePassword };
  const answer = await browser.request.post("/api/auth/sign-in/email", { data });
  if (!answer.ok()) throw new Error(`${email} could not sign in: ${answer.status()} ${await answer.text()}`);
}

/** Signs in as people do: the form, then whatever page the door opens to. */
export async function signIn(page: Page, email: string, password: string = samplePassword): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Sign in" }).waitFor({ state: "detached" });
  await page.getByRole("main").waitFor();
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Account of/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.getByRole("heading", { level: 1, name: "Sign in" }).waitFor();
}
