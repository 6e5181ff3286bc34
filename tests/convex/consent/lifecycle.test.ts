import { beforeEach, describe, expect, test } from "vitest";
import { api } from "#convex/_generated/api.js";
import type { ConsentKind } from "#convex/consent/rules/kinds.ts";
import { addDays, civilDayAt } from "#convex/dates.ts";
import type { Child } from "#tests/support/child.ts";
import { setToday } from "#tests/support/clock.ts";
import { agree } from "#tests/support/plan.ts";
import { expectRefusal, refusalOf } from "#tests/support/problems.ts";
import { aWorld, type Person, type World } from "#tests/support/world.ts";

let world: World;
let child: Child;
let guardian: Person;
beforeEach(async () => {
  world = await aWorld();
  child = await world.aStudent();
  guardian = await child.as.guardian();
});

const overview = (who: Person = child.caseManager) =>
  who.query(api.consent.overview.get, { studentId: child.studentId });
const standing = async (kind: ConsentKind) =>
  (await overview()).standings.find((candidate) => candidate.kind === kind);
const ask = (kind: ConsentKind, more: { recipient?: string } = {}) =>
  child.caseManager.mutation(api.consent.requests.ask, {
    studentId: child.studentId,
    kind,
    scope: "As explained at the meeting",
    ...more,
  });
const give = (kind: ConsentKind, more: object = {}) =>
  guardian.mutation(api.consent.deciding.give, {
    studentId: child.studentId,
    kind,
    scope: "As explained",
    typedName: "gale  guardian",
    locale: "es",
    ...more,
  });
const withdraw = async (kind: ConsentKind) => {
  const consentId = (await standing(kind))?.decision?.consentId;
  if (!consentId) throw new Error(`No decision about ${kind}.`);
  return await guardian.mutation(api.consent.deciding.withdraw, {
    studentId: child.studentId,
    consentId,
    locale: "en",
  });
};
const record = (more: object) =>
  child.caseManager.mutation(api.consent.consents.record, {
    studentId: child.studentId,
    kind: "initialServices",
    decision: "given",
    scope: "As explained",
    personName: "Gale Guardian",
    form: "onPaper",
    paperKeptAt: "Office",
    ...more,
  });

describe("a consent that is asked", () => {
  test("is answered by the guardian with their name, in their language, and closes the question", async () => {
    const requestId = await ask("initialServices");
    await expectRefusal(give("initialServices", { requestId, typedName: "Somebody" }), "name_differs");
    await give("initialServices", { requestId });
    expect(await overview()).toMatchObject({ requests: [] });
    expect(await standing("initialServices")).toMatchObject({
      state: "given",
      isAllowed: true,
      decision: { form: "onScreen", personName: "Gale Guardian", scope: "As explained at the meeting" },
    });
    await expectRefusal(give("initialServices", { requestId }), "request_closed");
  });

  test("may be refused", async () => {
    const requestId = await ask("initialEvaluation");
    await guardian.mutation(api.consent.deciding.refuse, {
      studentId: child.studentId,
      requestId,
      locale: "en",
    });
    expect(await standing("initialEvaluation")).toMatchObject({ state: "refused", isAllowed: false });
  });

  test("is not given by those who only see", async () => {
    const requestId = await ask("initialEvaluation");
    const { guardians } = await child.caseManager.query(api.guardians.around.list, {
      studentId: child.studentId,
    });
    const guardianshipId = guardians[0]?.guardianshipId;
    if (!guardianshipId) throw new Error("No guardian.");
    const right = { studentId: child.studentId, guardianshipId, right: "sign" as const, isHeld: false };
    await child.caseManager.mutation(api.guardians.guardianships.setRight, right);
    await expectRefusal(give("initialEvaluation", { requestId }), "not_allowed");
    expect(await overview(guardian)).toMatchObject({ mayDecide: false });
  });

  test("is not given without having been asked, but for what families offer", async () => {
    await expectRefusal(give("initialServices"), "required");
    await give("media");
    expect(await standing("media")).toMatchObject({ state: "given" });
  });
});

describe("a plan", () => {
  test("does not take effect without consent to services, and says which one is missing", async () => {
    const { iepId } = await child.anIep({ status: "inEffect" });
    await withdrawServices();
    const next = await child.caseManager.query(api.ieps.ieps.get, { studentId: child.studentId, iepId });
    expect(next.iep.status).toBe("inEffect");
    const draftId = await child.caseManager.mutation(api.ieps.ieps.start, {
      studentId: child.studentId,
      title: "Next",
      startsOn: next.iep.startsOn,
    });
    const draft = await child.caseManager.query(api.ieps.ieps.get, {
      studentId: child.studentId,
      iepId: draftId,
    });
    expect(draft.missing).toContainEqual({ what: "consent" });
  });

  test("takes effect with it", async () => {
    await child.anIep({ status: "inEffect" });
    expect(await standing("initialServices")).toMatchObject({ isAllowed: true });
  });
});

/** The family takes services back, and what follows is opened. */
async function withdrawServices() {
  await withdraw("initialServices");
}

describe("services that are withdrawn", () => {
  beforeEach(async () => {
    await child.anIep({ status: "inEffect" });
    await withdrawServices();
  });

  test("are due work until notice is sent and services have stopped, in this order", async () => {
    const steps = (await overview()).followUps;
    expect(steps.map(({ step }) => step).sort()).toEqual(["priorWrittenNotice", "stopServices"]);
    const id = (wanted: string) =>
      steps.find(({ step }) => step === wanted)?.followUpId ?? steps[0]?.followUpId;
    const complete = (wanted: string) =>
      child.caseManager.mutation(api.consent.followUps.complete, {
        studentId: child.studentId,
        followUpId: id(wanted) as never,
      });
    const due = () =>
      child.caseManager.query(api.students.due.list, { organizationId: world.organizationId });
    expect((await due()).map(({ kind }) => kind)).toContain("withdrawal");
    await expectRefusal(complete("stopServices"), "services_notice_first");
    await complete("priorWrittenNotice");
    await complete("stopServices");
    expect((await due()).map(({ kind }) => kind)).not.toContain("withdrawal");
    const { activeIepId, plans } = await child.caseManager.query(api.students.record.get, {
      studentId: child.studentId,
    });
    expect(activeIepId).toBeNull();
    expect(plans).toMatchObject([{ status: "expired" }]);
  });

  test("cannot be withdrawn twice", async () => {
    const refusal = await refusalOf(withdrawServices());
    expect(refusal).toMatchObject({ code: "consent_missing", params: { state: "withdrawn" } });
  });

  test("leave nothing to do once the family agrees again", async () => {
    await agree(child, "initialServices");
    expect((await overview()).followUps).toEqual([]);
    expect(await standing("initialServices")).toMatchObject({ isAllowed: true });
  });
});

describe("what the school writes down", () => {
  test("has its paper, and is not from tomorrow", async () => {
    await expectRefusal(record({ paperKeptAt: undefined }), "evidence_needed");
    await expectRefusal(record({ decidedOn: "2199-01-01" }), "day_in_future");
    await expectRefusal(record({ form: "orally" }), "consent_in_writing");
  });

  test("is refused for kinds that this jurisdiction does not know", async () => {
    await expectRefusal(record({ kind: "views" }), "invalid", "kind");
  });

  test("counts for nothing once it is marked as an error, and stays readable with the reason", async () => {
    const consentId = await record({});
    await child.caseManager.mutation(api.consent.consents.retract, {
      studentId: child.studentId,
      consentId,
      reason: "Wrong child",
    });
    expect(await standing("initialServices")).toMatchObject({ state: "none" });
    expect((await overview()).history).toMatchObject([{ retractionReason: "Wrong child" }]);
  });

  test("keeps both parents who disagree; the latest word counts", async () => {
    await record({ decidedOn: "2026-01-05", personName: "Mother" });
    await record({ decidedOn: "2026-01-06", personName: "Father", decision: "refused" });
    expect(await standing("initialServices")).toMatchObject({
      state: "refused",
      isAllowed: false,
      disagreeing: ["Mother"],
    });
  });
});

describe("a re-evaluation", () => {
  test("goes ahead without an answer only after efforts on different days, until the family answers", async () => {
    const requestId = await ask("reevaluation");
    const at = { studentId: child.studentId, requestId };
    const attempt = (madeOn: string) =>
      child.caseManager.mutation(api.consent.requests.addAttempt, {
        ...at,
        means: "phone",
        outcome: "Nobody answered",
        madeOn,
      });
    const goAhead = () => child.caseManager.mutation(api.consent.requests.goAhead, at);
    await attempt("2026-01-05");
    await attempt("2026-01-05");
    await expectRefusal(goAhead(), "attempts_needed");
    await attempt("2026-01-12");
    await goAhead();
    expect(await standing("reevaluation")).toMatchObject({ state: "wentAhead", isAllowed: true });
    await record({ kind: "reevaluation", decision: "refused" });
    expect(await standing("reevaluation")).toMatchObject({ state: "refused", isAllowed: false });
  });

  test("is the only one that does", async () => {
    const requestId = await ask("initialServices");
    const goAhead = { studentId: child.studentId, requestId };
    await expectRefusal(child.caseManager.mutation(api.consent.requests.goAhead, goAhead), "invalid");
  });
});

test("an account for a child under thirteen works while a parent agrees, and ends with the consent at once", async () => {
  child = await world.aStudent({ birthOn: addDays(civilDayAt(Date.now(), "UTC"), -10 * 365) });
  guardian = await child.as.guardian();
  const student = await child.as.student();
  const read = () => student.query(api.students.record.get, { studentId: child.studentId });
  expect((await read()).audience).toBe("family");
  await withdraw("under13Use");
  await expectRefusal(read(), "not_found");
  const invite = { studentId: child.studentId, email: "another@example.test" };
  const refusal = await refusalOf(
    child.caseManager.mutation(api.guardians.studentAccount.sendInvitation, invite),
  );
  expect(refusal).toMatchObject({ code: "consent_missing", params: { kind: "under13Use" } });
});

test("an account for a child under thirteen is offered until the thirteenth birthday, and no longer", async () => {
  setToday("2026-03-02");
  world = await aWorld();
  child = await world.aStudent({ birthOn: "2013-03-03" });
  const guardian = await child.as.guardian();
  const give = () =>
    guardian.mutation(api.consent.deciding.give, {
      ...{ studentId: child.studentId, kind: "under13Use", scope: "An account", typedName: guardian.name },
      locale: "en",
    });
  expect(await standing("under13Use")).toMatchObject({ isOffered: true });
  setToday("2026-03-03");
  expect(await standing("under13Use")).toMatchObject({ isOffered: false });
  expect(await standing("media")).toMatchObject({ isOffered: true });
  await expectRefusal(ask("under13Use"), "invalid", "kind");
  await expectRefusal(give(), "invalid", "kind");
});

test("a consent that ends on a day is over on the next", async () => {
  setToday("2026-03-02");
  world = await aWorld();
  child = await world.aStudent();
  await record({ kind: "media", endsOn: "2026-03-31" });
  setToday("2026-03-31");
  expect(await standing("media")).toMatchObject({ state: "given" });
  setToday("2026-04-01");
  expect(await standing("media")).toMatchObject({ state: "ended", isAllowed: false });
});

test("sharing data is agreed to for one recipient at a time", async () => {
  await expectRefusal(ask("dataSharing"), "required", "recipient");
  const requestId = await ask("dataSharing", { recipient: "Speech clinic" });
  await give("dataSharing", { requestId });
  expect(await standing("dataSharing")).toMatchObject({ recipient: "Speech clinic", state: "given" });
});
