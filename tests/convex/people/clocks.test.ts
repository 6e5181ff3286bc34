import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { api } from "#convex/_generated/api.js";
import { LEASE_MS } from "#convex/access/lease.ts";
import { openSection, typing } from "#tests/convex/ieps/section.ts";
import { runsEmbedded } from "#tests/support/backend.ts";
import type { Child } from "#tests/support/child.ts";
import { LiveBrowser } from "#tests/support/liveBrowser.ts";
import { MovableDeployment } from "#tests/support/movableDeployment.ts";
import { aWorld, type Person, type World } from "#tests/support/world.ts";

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const TOKEN_MS = 15 * MINUTE_MS;

/** T17: what a clock ends, and what a wrong clock must not. On an embedded deployment whose clock the test moves. */
describe.skipIf(!runsEmbedded)("by the clock", () => {
  let deployment: MovableDeployment;
  let world: World;
  let child: Child;
  let other: Child;
  let teacher: Person;
  let browser: LiveBrowser;
  beforeAll(async () => {
    deployment = await MovableDeployment.open();
    world = await aWorld();
    child = await world.aStudent();
    other = await world.aStudent();
    teacher = await child.as.teacher();
    await other.join(teacher);
  });
  afterEach(async () => {
    await browser.close();
    await deployment.setAhead(0);
  });
  afterAll(async () => {
    await deployment.close();
  });

  /** Moves the clock to shortly before a moment, and answers how long after it the open page was told that it is closed. */
  const closesAt = async (moment: number) => {
    await deployment.setAhead(moment - Date.now() - SECOND_MS);
    // A clock that jumps is noticed within a minute, or with the next work.
    await browser.call(api.students.record.open, { studentId: other.studentId });
    const { code } = await browser.closedBy(async () => {});
    const afterMs = deployment.now() - moment;
    console.log(`T17: closed ${afterMs} ms after its time (${code})`);
    expect(afterMs).toBeGreaterThanOrEqual(0);
    return code;
  };

  test("a child's page that nobody looks at closes when its lease ends, by itself", async () => {
    browser = await LiveBrowser.enter(teacher.email);
    const opened = await browser.openChild(child.studentId);
    expect(await closesAt(opened)).toBe("lease_needed");
  });

  test("a page opened in an emergency closes when the hour is over, although it was looked at until then", async () => {
    const { organizationId } = world;
    const student = await child.caseManager.query(api.students.record.get, { studentId: child.studentId });
    const { studentNumber } = student.student;
    const outsider = await world.aMember("specialist");
    await other.join(outsider, "specialist");
    browser = await LiveBrowser.enter(outsider.email);
    const reason = "The child collapsed, and the nurse needs the seizure plan now.";
    const asked = { organizationId, studentNumber, reason, hours: 1 as const };
    const begun = await browser.call(api.access.emergencies.begin, asked);
    if (!begun) throw new Error("No such number.");
    await browser.openChild(child.studentId);
    for (const ahead of [LEASE_MS - MINUTE_MS, 2 * LEASE_MS - 2 * MINUTE_MS]) {
      await deployment.setAhead(ahead);
      await browser.call(api.students.record.open, { studentId: child.studentId });
    }
    expect(browser.told.at(-1)).toBe("open");
    expect(await closesAt(begun.endsAt)).toBe("not_found");
  });

  test.each([5, -5])(
    "a clock that was %d minutes off at sign-in closes nothing when it is set right",
    async (minutes) => {
      await deployment.setAhead(minutes * MINUTE_MS);
      browser = await LiveBrowser.enter(teacher.email);
      await browser.openChild(child.studentId);
      const token = await browser.token();
      for (const ahead of [0, -minutes]) {
        await deployment.setAhead(ahead * MINUTE_MS);
        expect(await browser.devices).not.toEqual([]);
        await browser.openChild(child.studentId);
        const me = await browser.withToken(token, api.people.me.get);
        expect(me?.person.personId).toBe(teacher.personId);
      }
      expect(new Set(browser.told)).toEqual(new Set(["open"]));
    },
  );

  test("a token that runs out while somebody types is renewed unseen, and no letter is lost", async () => {
    const section = await openSection(child);
    const { caseManager, studentId } = child;
    const { sectionId } = section;
    // Issued so long ago that only the five seconds are left that the deployment tolerates.
    await deployment.setAhead(-TOKEN_MS);
    browser = await LiveBrowser.enter(caseManager.email, () => deployment.setAhead(0));
    await browser.openChild(studentId);
    let version = (await section.read()).version;
    let typed = "";
    for (let serial = 1; browser.tokens < 3 || serial % 10 !== 0; serial++) {
      const letter = String.fromCharCode(97 + (serial % 26));
      const step = JSON.stringify(typing(1 + typed.length, letter));
      const steps = { studentId, sectionId, version, clientId: "a-tab", serials: [serial], steps: [step] };
      const answer = await browser.call(api.ieps.drafting.submitSteps, steps);
      expect(answer.status).toBe("taken");
      version = answer.version;
      typed += letter;
    }
    expect((await section.read()).doc.textContent).toContain(typed);
    expect(new Set(browser.told)).toEqual(new Set(["open"]));
  });
});
