import { api } from "#convex/_generated/api.js";
import { padFor } from "#src/features/progress/log/pads.ts";
import { apiOf, idsOf } from "./support/api.ts";
import { layNetwork } from "./support/network.ts";
import { sizes } from "./support/screens.ts";
import { expect, test } from "./support/test.ts";

test("two taps on a phone log a measurement, and the guardian's open page and the teacher's open chart move", async ({
  as,
}) => {
  const phone = await as("caseManager", { viewport: sizes.phone, hasTouch: true, isMobile: true });
  const client = await apiOf(phone);
  const ids = await idsOf(client, "Ava Marchetti");
  const plan = await client.query(api.ieps.ieps.get, { studentId: ids.studentId, iepId: ids.iepId });
  const goal = plan.goals.find(({ measure }) => padFor(measure) === "choose");
  if (!goal) throw new Error("Ava needs a goal that is logged by choosing a value.");
  const title = new RegExp(`Goal ${goal.number}:`);

  const teacher = await as("teacher");
  await teacher.goto(`/students/${ids.studentId}/goals/${goal.goalId}`);
  const points = teacher.locator("[data-chart] .recharts-line-dots circle");
  await expect(points.first()).toBeVisible();
  const before = await points.count();
  const guardian = await as("guardian");
  await guardian.goto(`/children/${ids.studentId}`);
  const read = guardian.getByRole("article").filter({ hasText: title });
  const lastTime = await read.innerText();

  await phone.goto(`/log/${ids.studentId}`);
  await phone.getByRole("button", { name: title }).tap();
  await phone
    .getByRole("listitem")
    .filter({ has: phone.getByRole("button", { name: title }) })
    .getByRole("button", { name: /^Log |correct$/ })
    .last()
    .tap();

  await expect(points).toHaveCount(before + 1);
  await expect(read).not.toHaveText(lastTime);
  await expect(teacher.locator("[data-progress-sentence]")).toContainText("Latest:");
});

test("a measurement logged without a network is sent when the network is back", async ({ as }) => {
  const phone = await as("caseManager", { viewport: sizes.phone, hasTouch: true, isMobile: true });
  const client = await apiOf(phone);
  const { studentId, iepId } = await idsOf(client, "Ava Marchetti");
  const plan = await client.query(api.ieps.ieps.get, { studentId, iepId });
  const goal = plan.goals.find(({ measure }) => padFor(measure) === "choose");
  if (!goal) throw new Error("Ava needs a goal that is logged by choosing a value.");
  const count = async () =>
    (await client.query(api.progress.goals.get, { studentId, goalId: goal.goalId })).summary.count;
  const before = await count();

  const network = await layNetwork(phone);
  await phone.goto(`/log/${studentId}`);
  await phone.getByRole("button", { name: new RegExp(`Goal ${goal.number}:`) }).tap();
  const value = phone.getByRole("button", { name: /^Log |correct$/ }).last();
  await value.waitFor();
  await network.cut();
  await value.tap();
  await expect(phone.getByText("1 measurement waits on this device")).toBeVisible();
  expect(await count()).toBe(before);

  await network.mend();
  await expect.poll(count, { timeout: 45_000 }).toBe(before + 1);
});
