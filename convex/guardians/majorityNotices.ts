import { type Infer, v } from "convex/values";
import type { Id } from "../_generated/dataModel";
import { allows, consentStanding } from "../consent/model";
import { problem } from "../errors";
import { type StudentQueryCtx, studentMutation, studentQuery } from "../functions";
import { alert, mailAbout } from "../notifications/model";
import { placeOf } from "../notifications/rules/places";
import { birthOnOf } from "../students/identity";
import { fullName } from "../students/rules";
import { accepted } from "../typed";
import { majorityRuleOf, requireNoticeDue } from "./model";
import { comesOfAgeOn, letterInput, rightsOn } from "./rules";
import { majorityNoticeKind, noticeWay } from "./schema";
import { languageOf } from "./telling";

/** A notice to child and parents about rights at full age, sent and put on record (34 CFR 300.520(a), 300.320(c)). */

const recipient = v.object({
  name: v.string(),
  ways: v.array(noticeWay),
  /** BCP 47: in which they are written to. */
  locale: v.string(),
});
type Reached = Infer<typeof recipient> & { personId?: Id<"people">; email?: string };

const MANY = 20;

/**
 * Whom a notice would reach now and how: the screen of everybody with an account, e-mail where the family agreed to
 * it (34 CFR 300.505; the entry is missing otherwise), paper for the rest. Names in the order in which they joined.
 */
export const preview = studentQuery({
  can: "consent.record",
  args: {},
  returns: v.array(recipient),
  handler: async (ctx) => (await reach(ctx)).map(({ name, ways, locale }) => ({ name, ways, locale })),
});

/**
 * Sends the notice to the student and to every guardian whom the school may contact, and keeps who was told and how.
 * The letters on paper are given by hand or posted: the caller says that they were. `letters` names guardians who have
 * no account and get one too; ten at most.
 * @throws required (paperGiven) while a letter is still to be given; notice_not_due, notice_too_late,
 * not_of_age (kind)
 */
export const send = studentMutation({
  can: "consent.record",
  args: { kind: majorityNoticeKind, paperGiven: v.boolean(), letters: v.optional(v.array(v.string())) },
  returns: v.id("majorityNotices"),
  handler: async (ctx, { kind, paperGiven, letters = [] }) => {
    const { organization, student, today } = ctx;
    requireNoticeDue(ctx, { kind, day: today, field: "kind" });
    const written = accepted(letterInput, letters, "letters").map((name) => ({
      name,
      ways: ["paper" as const],
    }));
    const reached = await reach(ctx);
    const needsPaper = written.length > 0 || reached.some(({ ways }) => ways.includes("paper"));
    if (needsPaper && !paperGiven) throw problem("required", { field: "paperGiven" });
    const day = comesOfAgeOn(birthOnOf(student), majorityRuleOf(organization));
    for (const { personId, email, ways, name, locale } of reached) {
      if (personId && ways.includes("onScreen")) {
        await alert(ctx, { organizationId: organization._id, personId, kind, studentId: student._id });
      }
      if (email && ways.includes("mail")) {
        const person = { name, email };
        const place = placeOf({ kind, studentId: student._id, audience: "family" });
        const about = { place, studentId: student._id };
        await mailAbout(ctx, { organization, template: kind, person, params: { day }, locale, ...about });
      }
    }
    const noticeId = await ctx.db.insert("majorityNotices", {
      ...ctx.compartment,
      kind,
      givenOn: today,
      told: [...reached.map(({ name, ways }) => ({ name, ways })), ...written],
      recordedAt: Date.now(),
      recordedBy: ctx.person._id,
    });
    ctx.note(`notice ${noticeId}: ${kind}, sent to ${reached.length + written.length}`);
    return noticeId;
  },
});

type InChild = Pick<StudentQueryCtx, "db" | "student" | "organization" | "today">;

async function reach(ctx: InChild): Promise<Reached[]> {
  const { student } = ctx;
  const own = await ctx.db
    .query("people")
    .withIndex("by_student", (q) => q.eq("studentId", student._id))
    .first();
  const guardians: Reached[] = [];
  const wayHome = allows(await consentStanding(ctx, "electronicDelivery")) ? "mail" : "paper";
  for (const personId of await contactsOf(ctx)) {
    const person = await ctx.db.get("people", personId);
    if (!person) continue;
    const { name, email, authUserId } = person;
    // Whoever has no account reads nothing on a screen, and an address that nobody has proven gets no mail.
    const ways: Reached["ways"] = authUserId === undefined ? ["paper"] : ["onScreen", wayHome];
    guardians.push({ name, ways, locale: await languageOf(ctx, person), personId, email });
  }
  const child: Reached = own
    ? { name: own.name, ways: ["onScreen"], locale: own.locale, personId: own._id }
    : { name: fullName(student), ways: ["paper"], locale: "en" };
  return [child, ...guardians];
}

/** The guardians whom the school may contact, each once. Full age does not matter: the law tells both of it. */
async function contactsOf(ctx: InChild): Promise<Id<"people">[]> {
  const ofChild = <T extends "guardianships" | "courtRestrictions">(table: T) =>
    ctx.db
      .query(table)
      .withIndex("by_student_and_person", (q) => q.eq("studentId", ctx.student._id as never))
      .take(MANY);
  const guardianships = await ofChild("guardianships");
  const orders = await ofChild("courtRestrictions");
  const isContacted = (personId: Id<"people">) =>
    rightsOn({
      guardianships: guardianships.filter((row) => row.personId === personId),
      restrictions: orders.filter((row) => row.personId === personId),
      passed: [],
      day: ctx.today,
    }).includes("contact");
  return [...new Set(guardianships.map(({ personId }) => personId))].filter(isContacted);
}
