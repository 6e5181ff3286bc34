import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { api } from "#convex/_generated/api.js";
import { addDays } from "#convex/dates.ts";
import type { Child } from "#tests/support/child.ts";
import { agree } from "#tests/support/plan.ts";
import { expectRefusal, refusalOf } from "#tests/support/problems.ts";
import { aWorld, type Person, type World } from "#tests/support/world.ts";

let world: World;
let writer: Person;
let child: Child;
let today: string;

beforeAll(async () => {
  world = await aWorld();
  writer = await world.aMember("caseManager");
});
beforeEach(async () => {
  child = await world.aStudent({ caseManager: writer });
  ({ today } = await read());
});

const read = () => writer.query(api.status.overview.get, { studentId: child.studentId });
const ago = (days: number) => addDays(today, -days);
const newest = async () => {
  const [episode] = (await read()).episodes;
  if (!episode) throw new Error("No episode.");
  return episode;
};

type Entry = Partial<Parameters<typeof entry>[0]>;
const entry = (facts: {
  kind: "ideaEligible" | "section504" | "senSupport";
  startsOn: string;
  endsOn?: string;
  exitReason?: string;
  summaryGivenOn?: string;
  gapIsRight?: boolean;
}) => ({
  studentId: child.studentId,
  term: "longTerm" as const,
  reason: "Reading two years behind",
  decidedBy: "Eligibility team",
  ...facts,
});
const enter = (facts: Entry = {}) =>
  writer.mutation(api.status.episodes.enter, entry({ kind: "ideaEligible", startsOn: ago(400), ...facts }));
const leave = async (exitReason: string, more: object = {}) =>
  writer.mutation(api.status.episodes.leave, {
    studentId: child.studentId,
    episodeId: (await newest()).episodeId,
    endsOn: ago(10),
    exitReason,
    ...more,
  });

const withdrawServices = (decidedOn: string) =>
  agree(child, "initialServices", { decision: "withdrawn", decidedOn });

describe("a status", () => {
  test("begins, and shows on the child at once", async () => {
    expect((await read()).senStatus).toBe("none");
    await enter();
    expect((await read()).senStatus).toBe("ideaEligible");
    const { student } = await writer.query(api.students.record.get, { studentId: child.studentId });
    expect(student).toMatchObject({ senStatus: "ideaEligible", needs: [{ rank: 1 }] });
  });

  test("is not there yet while it lies ahead, and is refused years ahead", async () => {
    await enter({ startsOn: addDays(today, 30) });
    expect(await read()).toMatchObject({ senStatus: "none", episodes: [{ kind: "ideaEligible" }] });
    await expectRefusal(
      enter({ kind: "section504", startsOn: addDays(today, 500) }),
      "out_of_range",
      "startsOn",
    );
  });

  test("never overlaps with another of its kind, and says with which", async () => {
    await enter({ startsOn: ago(400) });
    const refusal = await refusalOf(enter({ startsOn: ago(30) }));
    expect(refusal).toMatchObject({ code: "episode_overlap", params: { startsOn: ago(400), endsOn: null } });
  });

  test("stands beside Section 504, which is lawful, and counts as the stronger one", async () => {
    await enter();
    await enter({ kind: "section504", startsOn: ago(100) });
    expect(await read()).toMatchObject({ senStatus: "ideaEligible", episodes: [{}, {}] });
  });

  test("of another country is not known here", async () => {
    await expectRefusal(enter({ kind: "senSupport" }), "invalid", "kind");
  });

  test("leaves no days bare unless somebody says that they were", async () => {
    await enter({ startsOn: ago(400), endsOn: ago(300), exitReason: "transferred" });
    const refusal = await refusalOf(enter({ startsOn: ago(100) }));
    expect(refusal).toMatchObject({
      code: "episode_gap",
      params: { from: ago(299), until: ago(101) },
    });
    await enter({ startsOn: ago(100), gapIsRight: true });
    expect((await read()).gaps).toEqual([{ from: ago(299), until: ago(101) }]);
  });
});

describe("leaving IDEA (34 CFR 300.305(e))", () => {
  beforeEach(() => enter());

  test("without a reason is refused", async () => {
    await expectRefusal(leave("tired"), "exit_ground_needed", "exitReason");
  });

  test("as no longer eligible needs an evaluation that found it, by the last day", async () => {
    await expectRefusal(leave("noLongerEligible"), "exit_evaluation_needed");
    await agree(child, "reevaluation");
    const evaluationId = await writer.mutation(api.status.evaluations.ask, {
      studentId: child.studentId,
      kind: "exit",
      askedOn: ago(60),
      askedBy: "The team",
      reason: "Reads at grade level",
    });
    const withIt = () => leave("noLongerEligible", { exitEvaluationId: evaluationId });
    await expectRefusal(withIt(), "exit_evaluation_needed");
    const complete = (completedOn: string, conclusion: "eligible" | "notEligible") =>
      writer.mutation(api.status.evaluations.complete, {
        ...{ studentId: child.studentId, evaluationId, completedOn, conclusion },
        findings: "",
      });
    await complete(ago(20), "notEligible");
    await expectRefusal(
      leave("noLongerEligible", { exitEvaluationId: evaluationId, endsOn: ago(30) }),
      "exit_evaluation_needed",
    );
    await withIt();
    expect((await read()).senStatus).toBe("none");
  });

  test("by revoked consent needs the family's withdrawal on record, made by the last day", async () => {
    await expectRefusal(leave("consentRevoked"), "exit_withdrawal_needed", "exitReason");
    await withdrawServices(ago(5));
    await expectRefusal(leave("consentRevoked"), "exit_withdrawal_needed", "exitReason");
    await leave("consentRevoked", { endsOn: ago(4) });
    expect(await newest()).toMatchObject({ exitReason: "consentRevoked", endsOn: ago(4) });
  });

  test.each(["transferred", "died"])("is lawful without one: %s", async (reason) => {
    await leave(reason);
    expect(await newest()).toMatchObject({ exitReason: reason, endsOn: ago(10) });
  });

  test.each(["diploma", "agedOut"])(
    "by %s owes a summary of performance until it is given",
    async (reason) => {
      await leave(reason);
      const owes = async () => (await read()).notices.some(({ kind }) => kind === "summaryOwed");
      expect(await owes()).toBe(true);
      const { episodeId, startsOn, endsOn, term, decidedBy } = await newest();
      await writer.mutation(api.status.episodes.correct, {
        ...{ studentId: child.studentId, episodeId, startsOn, endsOn: endsOn ?? "", term, decidedBy },
        reason: "Reading two years behind",
        exitReason: reason,
        summaryGivenOn: ago(5),
        correctionReason: "Summary given",
      });
      expect(await owes()).toBe(false);
    },
  );

  test("that was over when it was entered keeps the day on which the summary was given", async () => {
    const { episodeId } = await newest();
    const { studentId } = child;
    await writer.mutation(api.status.episodes.retract, { studentId, episodeId, correctionReason: "Twice" });
    await enter({ endsOn: ago(10), exitReason: "diploma", summaryGivenOn: ago(5) });
    expect(await newest()).toMatchObject({ exitReason: "diploma", summaryGivenOn: ago(5) });
    expect((await read()).notices.some(({ kind }) => kind === "summaryOwed")).toBe(false);
  });

  test("cannot be planned from the start by a last day alone", async () => {
    const { episodeId } = await newest();
    await writer.mutation(api.status.episodes.retract, {
      studentId: child.studentId,
      episodeId,
      correctionReason: "Other child",
    });
    await expectRefusal(enter({ endsOn: addDays(today, 30) }), "exit_ground_needed");
  });

  test("twice is refused", async () => {
    await leave("transferred");
    await expectRefusal(leave("transferred"), "episode_ended");
  });
});

describe("what is changed and corrected", () => {
  beforeEach(() => enter());
  const versions = () => writer.query(api.status.episodes.versions, { studentId: child.studentId });

  test("a change goes on in a row of its own, and is no exit", async () => {
    const { episodeId } = await newest();
    await writer.mutation(api.status.episodes.change, {
      ...{ studentId: child.studentId, episodeId, from: ago(50), term: "temporary" },
      reason: "Reviewed",
      decidedBy: "Team",
    });
    expect((await read()).episodes).toMatchObject([
      { startsOn: ago(50), endsOn: null, isContinuation: true, term: "temporary" },
      { startsOn: ago(400), endsOn: ago(51), exitReason: null, term: "longTerm" },
    ]);
    const [, first] = (await read()).episodes;
    const correction = { studentId: child.studentId, correctionReason: "No" };
    await expectRefusal(
      writer.mutation(api.status.episodes.retract, {
        ...correction,
        episodeId: first?.episodeId ?? episodeId,
      }),
      "episode_followed",
    );
  });

  test("a correction keeps what was believed, by whom it was put right, and why", async () => {
    const { episodeId, term, reason, decidedBy } = await newest();
    await writer.mutation(api.status.episodes.correct, {
      ...{ studentId: child.studentId, episodeId, term, reason, decidedBy },
      startsOn: ago(350),
      correctionReason: "The meeting was later",
    });
    const [now, then] = await versions();
    expect(now).toMatchObject({ startsOn: ago(350), supersededAt: null });
    expect(then).toMatchObject({
      startsOn: ago(400),
      supersededBy: writer.name,
      correctionReason: "The meeting was later",
    });
    expect(then?.supersededAt).toBe(now?.recordedAt);
  });

  test("a row that somebody else has superseded meanwhile is a conflict, not a second truth", async () => {
    const { episodeId } = await newest();
    await leave("transferred");
    const call = writer.mutation(api.status.episodes.retract, {
      ...{ studentId: child.studentId, episodeId, correctionReason: "Late" },
    });
    await expectRefusal(call, "conflict");
  });

  test("an entry taken back stays readable", async () => {
    const { episodeId } = await newest();
    await writer.mutation(api.status.episodes.retract, {
      ...{ studentId: child.studentId, episodeId, correctionReason: "Entered for the wrong child" },
    });
    expect(await read()).toMatchObject({ senStatus: "none", episodes: [] });
    expect(await versions()).toMatchObject([{ correctionReason: "Entered for the wrong child" }]);
  });
});

describe("with and without a plan", () => {
  const notices = async () => (await read()).notices.map(({ kind }) => kind);

  test("status and no plan, both, plan and no status, neither", async () => {
    expect(await read()).toMatchObject({ senStatus: "none", hasPlan: false, notices: [] });
    await enter();
    expect(await notices()).toEqual(["statusWithoutPlan"]);
    await child.anIep({ status: "inEffect" });
    expect(await read()).toMatchObject({ senStatus: "ideaEligible", hasPlan: true, notices: [] });
    await withdrawServices(ago(12));
    await leave("consentRevoked");
    expect(await notices()).toEqual(["planWithoutStatus"]);
  });
});
