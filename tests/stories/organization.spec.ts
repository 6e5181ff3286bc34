import { people } from "./support/people.ts";
import { sizes } from "./support/screens.ts";
import { expect, test } from "./support/test.ts";

test("somebody is deactivated while their screen is open: the district leaves it at once, and comes back", async ({
  as,
}) => {
  const teacher = await as("teacher");
  await teacher.goto("/students");
  await expect(teacher.getByRole("link", { name: "Ava Marchetti" }).first()).toBeVisible();

  const administrator = await as("administrator");
  await administrator.goto("/people");
  await administrator.getByRole("searchbox").fill(people.teacher);
  await administrator.getByRole("link", { name: "Daniel Okafor" }).click();
  await administrator.getByRole("button", { name: "Deactivate" }).click();
  await administrator.getByRole("alertdialog").getByRole("button", { name: "Deactivate" }).click();
  await expect(teacher.getByText("Ava Marchetti")).toHaveCount(0);

  await administrator.getByRole("button", { name: "Reactivate" }).click();
  await expect(teacher.getByRole("link", { name: "Students" }).first()).toBeVisible();
});

test("a teacher becomes an administrator, and the open screen says so without a reload", async ({ as }) => {
  const teacher = await as("teacher");
  await teacher.goto("/");
  await expect(teacher.getByRole("link", { name: "Students" }).first()).toBeVisible();
  await expect(teacher.getByRole("link", { name: "Settings" })).toHaveCount(0);

  const administrator = await as("administrator");
  await administrator.goto("/people");
  await administrator.getByRole("searchbox").fill(people.teacher);
  await administrator.getByRole("link", { name: "Daniel Okafor" }).click();
  await administrator.getByRole("button", { name: "Give another role" }).click();
  const dialog = administrator.getByRole("dialog");
  await dialog.getByText("Administrator", { exact: true }).click();
  await dialog.getByRole("button", { name: "Give role" }).click();
  await expect(teacher.getByRole("link", { name: "Settings" })).toBeVisible();
});

test("on a phone the list is narrowed by what is in its address, and widened again", async ({ as }) => {
  const phone = await as("administrator", { viewport: sizes.phone, hasTouch: true });
  await phone.goto("/students");
  await expect(phone.getByRole("link", { name: /Sofia Andrade/ })).toBeVisible();
  await phone.getByRole("button", { name: "Filters" }).tap();
  const filters = phone.getByRole("dialog", { name: "Filters" });
  await filters.getByRole("button", { name: /Grade/ }).tap();
  await phone.getByRole("option", { name: "Grade 3", exact: true }).tap();
  await filters.getByRole("button", { name: "Show the list" }).tap();
  await expect(phone).toHaveURL(/grade=3/);
  await expect(phone.getByRole("link", { name: /Chloe Anders/ })).toBeVisible();
  await expect(phone.getByRole("link", { name: /Sofia Andrade/ })).toHaveCount(0);

  await phone.reload();
  await expect(phone.getByRole("link", { name: /Chloe Anders/ })).toBeVisible();
  await phone.getByRole("button", { name: "Filters (1)" }).tap();
  await phone.getByRole("button", { name: "Clear filters" }).tap();
  await phone.getByRole("button", { name: "Show the list" }).tap();
  await expect(phone.getByRole("link", { name: /Sofia Andrade/ })).toBeVisible();
});
