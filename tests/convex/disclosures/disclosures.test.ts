import { beforeEach, describe, expect, test } from "vitest";
import { api } from "#convex/_generated/api.js";
import { addDays } from "#convex/dates.ts";
import { requestDueOn } from "#convex/disclosures/rules.ts";
import type { Child } from "#tests/support/child.ts";
import { agree } from "#tests/support/plan.ts";
import { expectRefusal } from "#tests/support/problems.ts";
import { aWorld, type Person, type World } from "#tests/support/world.ts";

let world: World;
let child: Child;
let today: string;
beforeEach(async () => {
  world = await aWorld();
  child = await world.aStudent();
  await agree(child, "dataSharing", { recipient: "Dr. Calloway" });
  ({ today } = await child.caseManager.query(api.students.record.get, { studentId: child.studentId }));
});

const place = () => ({ studentId: child.studentId });
const record = (more: object = {}) =>
  child.caseManager.mutation(api.disclosures.disclosures.record, {
    ...place(),
    recipient: "Dr. Calloway",
    purpose: "A hearing test",
    ground: "consent",
    authority: "Consent of 3 September",
    recordTypes: ["evaluation"],
    disclosedOn: today,
    ...more,
  });
const log = async (who: Person) =>
  (
    await who.query(api.disclosures.disclosures.list, {
      ...place(),
      paginationOpts: { numItems: 50, cursor: null },
    })
  ).page;

describe("a disclosure", () => {
  test("is read by the family as the team wrote it", async () => {
    await record({ onwardTo: [{ name: "The laboratory", interest: "analyses the test" }] });
    const [entry] = await log(await child.as.guardian());
    expect(entry).toMatchObject({
      recipient: "Dr. Calloway",
      purpose: "A hearing test",
      ground: "consent",
      recordTypes: ["evaluation"],
      disclosedOn: today,
      onwardTo: [{ name: "The laboratory", interest: "analyses the test" }],
      isRequiredByLaw: true,
      recordedByName: "Casey Manager",
      struck: null,
    });
  });

  test("to the family itself is kept and not marked: the law does not ask for it", async () => {
    await record({ ground: "parentRequest", recipient: "Gale Guardian" });
    expect(await log(world.administrator)).toMatchObject([{ isRequiredByLaw: false }]);
  });

  test("with the family's agreement needs that agreement, about this recipient, on that day", async () => {
    const elsewhere = { recipient: "Pine Clinic" };
    await expectRefusal(record(elsewhere), "consent_missing", "recipient");
    await expectRefusal(record({ disclosedOn: addDays(today, -1) }), "consent_missing", "recipient");
    await record({ ...elsewhere, ground: "courtOrder", authority: "Order 26-118" });
    await agree(child, "dataSharing", elsewhere);
    await record({ recipient: "pine  clinic" });
    await agree(child, "dataSharing", { ...elsewhere, decision: "withdrawn" });
    await expectRefusal(record(elsewhere), "consent_missing", "recipient");
    await record();
    expect(await log(child.caseManager)).toHaveLength(3);
  });

  test("says who, what, why and what allows it", async () => {
    await expectRefusal(record({ recipient: " " }), "required", "recipient");
    await expectRefusal(record({ purpose: "" }), "required", "purpose");
    await expectRefusal(record({ authority: "" }), "required", "authority");
    await expectRefusal(record({ recordTypes: [] }), "required", "recordTypes");
    await expectRefusal(record({ disclosedOn: addDays(today, 1) }), "day_in_future", "disclosedOn");
    await expectRefusal(record({ disclosedOn: "2026-02-30" }), "not_a_day", "disclosedOn");
  });

  test("entered by mistake stays readable, struck through, with the reason", async () => {
    const disclosureId = await record();
    const strike = (reason: string) =>
      child.caseManager.mutation(api.disclosures.disclosures.strike, { ...place(), disclosureId, reason });
    await expectRefusal(strike(" "), "required", "reason");
    await strike("It was another child's");
    await strike("A second reason changes nothing");
    const [entry] = await log(await child.as.guardian());
    expect(entry?.struck?.reason).toBe("It was another child's");
    expect(entry?.recipient).toBe("Dr. Calloway");
  });
});

describe("a request about the record", () => {
  const ask = async (kind: "inspect" | "amend" = "inspect", words = "") =>
    (await child.as.guardian()).mutation(api.disclosures.requests.make, { ...place(), kind, words });
  const requests = (who: Person) => who.query(api.disclosures.requests.list, place());
  const answer = async (more: object = {}) => {
    const [request] = await requests(child.caseManager);
    if (!request) throw new Error("Nothing was asked.");
    return await child.caseManager.mutation(api.disclosures.requests.answer, {
      ...place(),
      requestId: request.requestId,
      outcome: "given",
      answer: "Shown on the same day.",
      answeredOn: today,
      ...more,
    });
  };

  test("by a guardian starts the clock of 45 days and tells those who answer", async () => {
    await ask();
    expect(await requests(await child.as.guardian())).toMatchObject([
      { kind: "inspect", isMine: true, dueOn: addDays(today, 45), daysLeft: 45, status: "open" },
    ]);
    const [alert] = await child.caseManager.query(api.notifications.alerts.list, {});
    expect(alert).toMatchObject({ kind: "recordRequested", isRead: false });
  });

  test("stands among what is due, until it is answered", async () => {
    await ask();
    const { organizationId } = world;
    const due = async (who: Person) =>
      (await who.query(api.students.due.list, { organizationId })).filter(
        ({ kind }) => kind === "recordRequest",
      );
    expect(await due(child.caseManager)).toMatchObject([{ dueOn: addDays(today, 45) }]);
    expect(await due(world.administrator)).toHaveLength(1);
    expect(await due(await child.as.teacher())).toEqual([]);
    await answer();
    expect(await due(child.caseManager)).toEqual([]);
  });

  test("is answered with what was given and when, and whoever asked is told", async () => {
    await ask();
    await answer();
    const guardian = await child.as.guardian();
    expect(await requests(guardian)).toMatchObject([
      {
        status: "answered",
        outcome: "given",
        answer: "Shown on the same day.",
        answeredByName: "Casey Manager",
      },
    ]);
    const [alert] = await guardian.query(api.notifications.alerts.list, {});
    expect(alert).toMatchObject({ kind: "recordRequestAnswered", studentName: "Robin Example" });
    await expectRefusal(answer(), "request_answered");
  });

  test("to amend says what is wrong, and is answered by amending or not", async () => {
    await expectRefusal(ask("amend", " "), "required", "words");
    await ask("amend", "The birth date is wrong.");
    await expectRefusal(answer({ outcome: "given" }), "invalid", "outcome");
    await expectRefusal(answer({ outcome: "notAmended", answer: "" }), "required", "answer");
    await answer({ outcome: "notAmended", answer: "The certificate says the same." });
    expect(await requests(await child.as.guardian())).toMatchObject([{ outcome: "notAmended" }]);
  });

  test("that came by letter runs from the day it came", async () => {
    const askedOn = addDays(today, -10);
    const keep = (more: object) =>
      child.caseManager.mutation(api.disclosures.requests.record, {
        ...place(),
        kind: "copy",
        words: "",
        askedByName: "Gale Guardian",
        askedOn,
        ...more,
      });
    await keep({});
    expect(await requests(world.administrator)).toMatchObject([{ askedOn, daysLeft: 35, isMine: false }]);
    await expectRefusal(keep({ askedOn: addDays(today, 1) }), "day_in_future", "askedOn");
    await expectRefusal(keep({ askedByName: "" }), "required", "askedByName");
    await expectRefusal(answer({ answeredOn: addDays(askedOn, -1) }), "days_out_of_order", "answeredOn");
  });

  test("is due after 45 days in the United States and after a month in England", () => {
    expect(requestDueOn("2026-01-31", "us-federal")).toBe("2026-03-17");
    expect(requestDueOn("2026-01-31", "england")).toBe("2026-02-28");
  });
});

describe("alerts", () => {
  const count = (who: Person) => who.query(api.notifications.alerts.countUnread, {});

  test("are read one by one or all at once, by their own person only", async () => {
    const guardian = await child.as.guardian();
    for (const kind of ["inspect", "copy"] as const) {
      await guardian.mutation(api.disclosures.requests.make, { ...place(), kind, words: "" });
    }
    const manager = child.caseManager;
    expect(await count(manager)).toBe(2);
    const [first] = await manager.query(api.notifications.alerts.list, {});
    if (!first) throw new Error("There is no alert.");
    const { alertId } = first;
    await expectRefusal(guardian.mutation(api.notifications.alerts.markRead, { alertId }), "not_found");
    await manager.mutation(api.notifications.alerts.markRead, { alertId });
    expect(await count(manager)).toBe(1);
    await manager.mutation(api.notifications.alerts.markRead, {});
    expect(await count(manager)).toBe(0);
  });

  test("do not name a child to somebody who may no longer know of it", async () => {
    const guardian = await child.as.guardian();
    await guardian.mutation(api.disclosures.requests.make, { ...place(), kind: "copy", words: "" });
    const next = await world.aMember("caseManager", { name: "Next Manager" });
    await world.administrator.mutation(api.students.record.edit, {
      ...place(),
      caseManagerId: next.personId,
    });
    const [alert] = await child.caseManager.query(api.notifications.alerts.list, {});
    expect(alert).toMatchObject({ kind: "recordRequested", studentId: null, studentName: null });
  });
});
