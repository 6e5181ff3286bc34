import { afterEach, describe, expect, test, vi } from "vitest";
import { api, internal } from "#convex/_generated/api.js";
import { gradesOf } from "#convex/organizations/rules/settings.ts";
import { convexTestBackend } from "#tests/support/convexTestBackend.ts";
import { expectRefusal } from "#tests/support/problems.ts";
import { aVisitor } from "#tests/support/world.ts";

/** An empty deployment is what this is about, so it is convex-test's, which others do not share. */
const district = {
  name: "  New District  ",
  kind: "district",
  timeZone: "Europe/London",
  jurisdiction: "england",
} as const;

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("an empty deployment", () => {
  test("says so to anybody", async () => {
    const { stranger } = convexTestBackend();
    expect(await stranger.query(api.organizations.setup.status, {})).toEqual({
      ...{ isEmpty: true, sample: null, sendsMail: false },
    });
  });

  test("makes its first visitor the administrator of what they create", async () => {
    const backend = convexTestBackend();
    const visitor = await aVisitor(backend);
    const organizationId = await visitor.mutation(api.organizations.setup.create, district);
    const me = await visitor.query(api.people.me.get, {});
    expect(me?.memberships).toEqual([
      {
        organizationId,
        organizationName: "New District",
        kind: "district",
        jurisdiction: district.jurisdiction,
        role: "administrator",
        isSample: false,
        grades: gradesOf(district).map(({ code }) => ({ code, ownName: null })),
        needsSecondFactor: false,
        timeZone: "Europe/London",
      },
    ]);
    expect(await backend.stranger.query(api.organizations.setup.status, {})).toMatchObject({
      isEmpty: false,
    });
  });

  test.each([
    ["name", { name: "  " }, "required"],
    ["timeZone", { timeZone: "Middle/Earth" }, "invalid"],
  ] as const)("refuses a wrong %s", async (field, wrong, code) => {
    const visitor = await aVisitor(convexTestBackend());
    await expectRefusal(
      visitor.mutation(api.organizations.setup.create, { ...district, ...wrong }),
      code,
      field,
    );
  });
});

test("a deployment with an organization lets nobody create another, and a newcomer sees nothing", async () => {
  const backend = convexTestBackend();
  await (await aVisitor(backend)).mutation(api.organizations.setup.create, district);
  const newcomer = await aVisitor(backend);
  await expectRefusal(newcomer.mutation(api.organizations.setup.create, district), "already_set_up");
  expect(await newcomer.query(api.people.me.get, {})).toMatchObject({
    memberships: [],
    abilities: {},
    children: [],
  });
});

test("of two visitors who begin at once, one creates the organization", async () => {
  const backend = convexTestBackend();
  const visitors = [await aVisitor(backend), await aVisitor(backend)];
  const outcomes = await Promise.allSettled(
    visitors.map((visitor) => visitor.mutation(api.organizations.setup.create, district)),
  );
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("a sample deployment offers its sample people once its organization is there", async () => {
  vi.stubEnv("SAMPLE_MODE", "1");
  const backend = convexTestBackend();
  const status = () => backend.stranger.query(api.organizations.setup.status, {});
  expect(await status()).toMatchObject({ isEmpty: true, sample: null });
  await (await aVisitor(backend)).mutation(api.organizations.setup.create, district);
  const { sample } = await status();
  expect(sample?.people.map(({ role }) => role)).toContain("guardian");
  expect(sample?.people.every(({ email }) => email.endsWith("@sample.example"))).toBe(true);
  vi.stubEnv("SAMPLE_MODE", "0");
  expect((await status()).sample).toBeNull();
});

describe("an operator", () => {
  test("adds a further organization for somebody who has signed up", async () => {
    const backend = convexTestBackend();
    const first = await aVisitor(backend);
    await first.mutation(api.organizations.setup.create, district);
    const second = await aVisitor(backend);
    const add = (administratorEmail: string) =>
      backend.operator.mutation(internal.organizations.operator.addOrganization, {
        ...district,
        administratorEmail,
      });
    const organizationId = await add(second.email.toUpperCase());
    expect((await second.query(api.people.me.get, {}))?.memberships).toMatchObject([{ organizationId }]);
    await expectRefusal(add("nobody@example.test"), "not_found", "administratorEmail");
  });
});
