import { describe, expect, test } from "vitest";
import { api } from "#convex/_generated/api.js";
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

describe("an empty deployment", () => {
  test("says so to anybody", async () => {
    const { stranger } = convexTestBackend();
    expect(await stranger.query(api.organizations.setup.status, {})).toEqual({ isEmpty: true, sample: null });
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
        role: "administrator",
        isSample: false,
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
