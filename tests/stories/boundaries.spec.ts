import { readFileSync } from "node:fs";
import type { ConvexHttpClient } from "convex/browser";
import { makeFunctionReference } from "convex/server";
import { ConvexError } from "convex/values";
import { api } from "#convex/_generated/api.js";
import { apiOf, type ChildIds, idsOf } from "./support/api.ts";
import { argumentsAbout, canBeAsked, everyFunction, type PublicFunction } from "./support/everyFunction.ts";
import { folders } from "./support/places.ts";
import { expect, test } from "./support/test.ts";

const addressesOf = ({ studentId, iepId, draftId, goalId }: ChildIds) => [
  `/students/${studentId}`,
  `/students/${studentId}/plans/${iepId}`,
  `/students/${studentId}/plans/${draftId}`,
  `/students/${studentId}/plans/${iepId}/print`,
  `/students/${studentId}/goals/${goalId}`,
  `/log/${studentId}`,
  `/students/${studentId}/consents`,
  `/students/${studentId}/documents`,
  `/children/${studentId}`,
  `/children/${studentId}/consents`,
  `/children/${studentId}/documents`,
  `/children/${studentId}/plans/${iepId}`,
];

test("a teacher from another school finds nothing at any address of this child", async ({ as }) => {
  const manager = await as("caseManager");
  const ids = await idsOf(await apiOf(manager), "Ava Marchetti");
  const stranger = await as("stranger");
  for (const address of addressesOf(ids)) {
    await stranger.goto(address);
    await expect(stranger.getByRole("heading", { name: /not found/i }), address).toBeVisible();
    await expect(stranger.getByText(/Ava|Marchetti/), address).toHaveCount(0);
  }
  await stranger.goto("/students");
  await stranger.getByRole("searchbox").fill("Marchetti");
  await expect(stranger.getByText(/Ava Marchetti/)).toHaveCount(0);
});

test("a teacher from another school gets not found from every function that takes this child's id", async ({
  as,
  district,
}) => {
  const ids = await idsOf(await apiOf(await as("caseManager")), "Ava Marchetti");
  const stranger = await apiOf(await as("stranger"));
  const functions = (await everyFunction(district, adminKey())).filter(
    (each) => takesStudent(each) && canBeAsked(ids, each.args),
  );
  expect(functions.length).toBeGreaterThan(100);

  const answers = new Map<string, string>();
  for (const each of functions) answers.set(each.name, await refusalOf(stranger, each, ids));
  const unexpected = [...answers].filter(([, code]) => code !== "not_found");
  // This one records that somebody tried, so it must not throw: a refusal that throws undoes its own record.
  expect(unexpected).toEqual([["students/record:open", 'answered {"leaseEndsAt":null,"opened":false}']]);
});

test("a guardian reads what is shared and can write nothing of it", async ({ as, district }) => {
  const manager = await apiOf(await as("caseManager"));
  const ids = await idsOf(manager, "Ava Marchetti");
  const page = await as("guardian");
  const guardian = await apiOf(page);

  await page.goto(`/children/${ids.studentId}`);
  await expect(page.getByRole("heading", { name: /Ava/ }).first()).toBeVisible();
  await expect(page.locator('[contenteditable="true"]')).toHaveCount(0);

  const writing = (await everyFunction(district, adminKey())).filter(
    (each) =>
      takesStudent(each) &&
      each.kind === "Mutation" &&
      !harmless.has(each.name) &&
      canBeAsked(ids, each.args),
  );
  expect(writing.length).toBeGreaterThan(40);
  const before = await stateOf(manager, ids);
  const answers = new Map<string, string>();
  for (const each of writing) answers.set(each.name, await refusalOf(guardian, each, ids));
  expect([...answers].filter(([, code]) => code !== "not_found" && code !== "not_allowed")).toEqual([]);
  expect(await stateOf(manager, ids)).toEqual(before);
});

/** What a guardian may do by design: record that they opened the page, decide for their child, send papers, take a copy home. */
const harmless = new Set([
  "students/record:open",
  "disclosures/requests:make",
  "consent/deciding:give",
  "consent/deciding:refuse",
  "consent/deciding:withdraw",
  "documents/uploads:begin",
  "documents/documents:add",
  "documents/opening:open",
  "exports/children:start",
  "exports/children:download",
  "retention/requests:ask",
  "retention/requests:withdraw",
  "ieps/editors:heartbeat",
  "ieps/editors:leave",
]);

const takesStudent = ({ args }: PublicFunction) =>
  args.type === "object" && args.value.studentId?.optional === false;

const adminKey = (): string => {
  const record = JSON.parse(readFileSync(`${folders.current}/deployment/instance.json`, "utf8"));
  return record.adminKey;
};

/** The code with which a function refuses, or what it answered instead. */
async function refusalOf(client: ConvexHttpClient, { name, kind, args }: PublicFunction, ids: ChildIds) {
  const values = argumentsAbout(ids, args) as Record<string, never>;
  try {
    const answer =
      kind === "Query"
        ? await client.query(makeFunctionReference<"query">(name), values)
        : await client.mutation(makeFunctionReference<"mutation">(name), values);
    return `answered ${JSON.stringify(answer)}`;
  } catch (problem) {
    if (problem instanceof ConvexError) return String((problem.data as { code: string }).code);
    return `failed: ${String(problem)}`;
  }
}

async function stateOf(client: ConvexHttpClient, { studentId, iepId, draftId, goalId }: ChildIds) {
  const plans = [iepId, draftId].map((id) => client.query(api.ieps.ieps.get, { studentId, iepId: id }));
  const progress = client.query(api.progress.goals.get, { studentId, goalId });
  return JSON.parse(JSON.stringify(await Promise.all([...plans, progress])));
}
