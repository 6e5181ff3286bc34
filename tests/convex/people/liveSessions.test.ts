import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { api } from "#convex/_generated/api.js";
import { runsEmbedded } from "#tests/support/backend.ts";
import type { Child } from "#tests/support/child.ts";
import { TEST_PASSWORD } from "#tests/support/embeddedBackend.ts";
import { LiveBrowser } from "#tests/support/liveBrowser.ts";
import { aWorld, type Person, type World } from "#tests/support/world.ts";

/** How often each way of ending access is tried; the nightly run asks for 167, which makes a thousand of all. */
const ROUNDS = Number(process.env.SESSION_ROUNDS ?? 2);

/** T17: what is live stops when access ends. On the embedded deployment, where queries are live. */
describe.skipIf(!runsEmbedded)("a child's open page", { timeout: 120_000 + ROUNDS * 20_000 }, () => {
  let world: World;
  let child: Child;
  let teacher: Person;
  const took: number[] = [];
  /** One administrator may not invite more people than this in an hour: then there is another school. */
  const MOST_INVITED = 90;
  let invited = 0;
  const begin = async () => {
    world = await aWorld();
    child = await world.aStudent();
    teacher = await child.as.teacher();
    invited = 0;
  };
  const aMember = async (role: "teacher" | "administrator") => {
    if (++invited > MOST_INVITED) await begin();
    return await world.aMember(role);
  };
  beforeAll(begin);
  afterAll(() => {
    const sorted = took.toSorted((a, b) => a - b);
    const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]?.toFixed(0);
    console.log(`T17: ${sorted.length} endings; heard after ${at(0.5)} ms (median), ${at(1)} ms (longest)`);
  });

  const openPage = async (person = teacher) => {
    const browser = await LiveBrowser.enter(person.email);
    await browser.openChild(child.studentId);
    return browser;
  };
  type Round = { browser: LiveBrowser; person: Person };
  /** Tries one way of ending access as often as asked for, and expects the page to close with the code. */
  const closes = async (
    code: string,
    end: (round: Round) => Promise<unknown>,
    who: () => Promise<Person> = async () => teacher,
  ) => {
    for (let round = 0; round < ROUNDS; round++) {
      const person = await who();
      const browser = await openPage(person);
      const closed = await browser.closedBy(() => end({ browser, person }));
      expect(closed.code).toBe(code);
      took.push(closed.afterMs);
      await browser.close();
    }
  };
  const aColleague = async () => {
    const person = await aMember("teacher");
    await child.join(person);
    return person;
  };
  const membershipOf = async ({ personId }: Person) => {
    const { organizationId, administrator } = world;
    let cursor: string | null = null;
    for (;;) {
      const paginationOpts: { numItems: number; cursor: string | null } = { numItems: 100, cursor };
      const listed = await administrator.query(api.people.people.list, { organizationId, paginationOpts });
      const found = listed.page.find((row) => row.personId === personId)?.membershipId;
      if (found) return found;
      if (listed.isDone) throw new Error("The administrator is not a member.");
      cursor = listed.continueCursor;
    }
  };
  const leave = async ({ personId }: Person) => {
    const { caseManager, studentId } = child;
    const { team } = await caseManager.query(api.students.record.get, { studentId });
    const { teamMembershipId } = team.find(({ person }) => person.personId === personId) ?? {};
    if (!teamMembershipId) throw new Error("Not on the team.");
    await caseManager.mutation(api.students.team.end, { studentId, teamMembershipId });
  };

  test("closes when its device is signed out from another one", async () => {
    const elsewhere = await LiveBrowser.enter(teacher.email);
    await closes("not_signed_in", async () => {
      const [, other] = await elsewhere.devices;
      await elsewhere.revoke(other?.deviceId ?? "");
    });
    await elsewhere.close();
  });

  test("closes when its person signs out, although the token has not run out", async () => {
    await closes("not_signed_in", ({ browser }) => browser.signOut());
  });

  test("closes when its screen locks", async () => {
    await closes("not_signed_in", ({ browser }) => browser.lock());
  });

  test("closes when an administrator ends the person's sessions", async () => {
    const { organizationId, administrator } = world;
    const { personId } = teacher;
    await closes("not_signed_in", () =>
      administrator.mutation(api.people.devices.endAll, { organizationId, personId, reason: "Lost laptop" }),
    );
  });

  test("closes when the password is chosen anew on another device, by the mailed link", async () => {
    const reset = ({ person }: Round) => LiveBrowser.resetPassword(person.email, TEST_PASSWORD);
    await closes("not_signed_in", reset, aColleague);
  });

  test("closes when the person leaves the team", async () => {
    await closes("not_found", ({ person }) => leave(person), aColleague);
  });

  test("closes when the person's role no longer reaches the child", async () => {
    const end = async ({ person }: Round) => {
      const { organizationId, administrator } = world;
      const membershipId = await membershipOf(person);
      const role = "teacher";
      await administrator.mutation(api.organizations.memberships.changeRole, {
        organizationId,
        membershipId,
        role,
      });
    };
    await closes("not_found", end, () => aMember("administrator"));
  });
});
