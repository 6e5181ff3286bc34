import { v } from "convex/values";
import type { Doc } from "../_generated/dataModel";
import { isWithin, neverHeld } from "../dates";
import { type StudentQueryCtx, studentQuery } from "../functions";
import { findNamed, presentedPerson } from "../people/model";
import { birthOnOf } from "../students/identity";
import { originsIn } from "../students/origins";
import { civilDay, relationship } from "../values";
import { isOfAge, majorityRuleOf, rightsPassedTo } from "./model";
import { comesOfAgeOn, explainRightsFrom, readsAloneOn, rightsOn } from "./rules";
import { adultGround, guardianRight, majorityNoticeKind, noticeWay, span } from "./schema";
import { custodyNoteOf, wordsOfOrder } from "./sealed";

const MOST = 100;

const guardianView = v.object({
  guardianshipId: v.id("guardianships"),
  person: presentedPerson,
  relationship,
  startsOn: civilDay,
  endsOn: v.union(civilDay, v.null()),
  isCurrent: v.boolean(),
  isMe: v.boolean(),
  /** What they may do today, after court orders and the student's age. */
  rights: v.array(guardianRight),
  /** What their guardianship gives them, before those. */
  given: v.array(guardianRight),
  spans: v.object({ see: v.array(span), sign: v.array(span), contact: v.array(span) }),
  language: v.string(),
  interpreterNeeded: v.boolean(),
  /** For those who manage guardians; null for everybody else. */
  custodyNote: v.union(v.string(), v.null()),
  evidenceDocumentIds: v.array(v.id("documents")),
  adultGrounds: v.array(adultGround),
  /** What the grounds rest on, for the team and the guardian themselves. */
  groundPapers: v.array(v.id("documents")),
  /** For the team: the number of the record that says so, where that has become part of this one. */
  from: v.union(v.string(), v.null()),
});

const restrictionView = v.object({
  restrictionId: v.id("courtRestrictions"),
  personName: v.string(),
  forbids: v.array(guardianRight),
  startsOn: civilDay,
  endsOn: v.union(civilDay, v.null()),
  isInForce: v.boolean(),
  /** What the order says, for those who manage guardians. */
  order: v.union(v.string(), v.null()),
});

/**
 * Who is a guardian of this child and what each may do today, what courts have ordered, and how far off full age
 * is. The family reads of itself: court orders and notes are for the team; what they say is for those who manage
 * guardians.
 */
export const list = studentQuery({
  can: "consent.read",
  args: {},
  returns: v.object({
    guardians: v.array(guardianView),
    restrictions: v.array(restrictionView),
    majority: v.object({
      age: v.number(),
      from: v.union(v.literal("birthday"), v.literal("compulsorySchoolAge")),
      isOfAge: v.boolean(),
      /** Rights that are the student's own today. */
      passed: v.array(guardianRight),
      /** From when on parents no longer read as parents: the same day, or later. */
      readsAloneOn: civilDay,
      /** The day of full age; for the team, and the family once it is near. */
      on: civilDay,
      explainFrom: civilDay,
      notices: v.array(
        v.object({
          kind: majorityNoticeKind,
          givenOn: civilDay,
          /** Each who was told and how, for the team; the family reads that it was said. */
          told: v.array(v.object({ name: v.string(), ways: v.array(noticeWay) })),
        }),
      ),
    }),
    today: civilDay,
  }),
  handler: async (ctx, { studentId }) => {
    const guardianships = await ctx.db
      .query("guardianships")
      .withIndex("by_student_and_person", (q) => q.eq("studentId", studentId))
      .take(MOST);
    const orders = await ctx.db
      .query("courtRestrictions")
      .withIndex("by_student_and_person", (q) => q.eq("studentId", studentId))
      .take(MOST);
    const notices = await ctx.db
      .query("majorityNotices")
      .withIndex("by_student", (q) => q.eq("studentId", studentId))
      .take(MOST);
    const managesGuardians = ctx.can("students.manageTeam");
    const shown = guardianships.filter((row) =>
      managesGuardians ? !neverHeld(row) : isWithin(ctx.today, row),
    );
    const origin = ctx.audience === "team" ? await originsIn(ctx, studentId) : null;
    const guardians = [];
    for (const row of shown) {
      const presented = await present(ctx, row, orders, managesGuardians);
      if (presented) guardians.push({ ...presented, from: origin && (await origin(row._id)) });
    }
    const birthOn = birthOnOf(ctx.student);
    const rule = majorityRuleOf(ctx.organization);
    return {
      guardians,
      restrictions:
        ctx.audience === "family" ? [] : orders.map((row) => presentOrder(ctx, row, managesGuardians)),
      majority: {
        age: rule.majorityAge,
        from: rule.majorityFrom,
        isOfAge: isOfAge(ctx.student, ctx.organization, ctx.today),
        passed: rightsPassedTo(ctx.student, ctx.organization, ctx.today),
        readsAloneOn: readsAloneOn(birthOn, rule),
        on: comesOfAgeOn(birthOn, rule),
        explainFrom: explainRightsFrom(birthOn, rule),
        notices: notices.map(({ kind, givenOn, told = [] }) => ({
          ...{ kind, givenOn },
          told: ctx.audience === "family" ? [] : told,
        })),
      },
      today: ctx.today,
    };
  },
});

async function present(
  ctx: StudentQueryCtx,
  row: Doc<"guardianships">,
  orders: Doc<"courtRestrictions">[],
  managesGuardians: boolean,
) {
  const person = await findNamed(ctx, row.personId);
  if (!person) return null;
  const day = ctx.today;
  const restrictions = orders.filter(({ personId }) => personId === row.personId);
  const grounds = row.adultGrounds.filter((held) => isWithin(day, held));
  const passed = rightsPassedTo(ctx.student, ctx.organization, day);
  return {
    guardianshipId: row._id,
    person,
    relationship: row.relationship,
    startsOn: row.startsOn,
    endsOn: row.endsOn ?? null,
    isCurrent: isWithin(day, row),
    isMe: row.personId === ctx.person._id,
    rights: rightsOn({ guardianships: [row], restrictions, passed, day }),
    given: rightsOn({ guardianships: [row], restrictions: [], passed: [], day }),
    spans: { see: row.maySee, sign: row.maySign, contact: row.mayBeContacted },
    language: row.language,
    interpreterNeeded: row.interpreterNeeded,
    custodyNote: managesGuardians ? custodyNoteOf(row) : null,
    evidenceDocumentIds: managesGuardians ? row.evidenceDocumentIds : [],
    adultGrounds: grounds.map(({ ground }) => ground),
    groundPapers:
      ctx.audience === "team" || row.personId === ctx.person._id
        ? grounds.flatMap(({ evidenceDocumentIds = [] }) => evidenceDocumentIds)
        : [],
  };
}

function presentOrder(ctx: StudentQueryCtx, row: Doc<"courtRestrictions">, managesGuardians: boolean) {
  return {
    restrictionId: row._id,
    personName: row.personName,
    forbids: row.forbids,
    startsOn: row.startsOn,
    endsOn: row.endsOn ?? null,
    isInForce: row.liftedAt === undefined && isWithin(ctx.today, row),
    order: managesGuardians && row.sealedOrder !== "" ? wordsOfOrder(row) : null,
  };
}
