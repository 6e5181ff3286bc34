import * as z from "zod/mini";
import type { Doc } from "../_generated/dataModel";
import type { MajorityRule } from "../compliance/rules/packs";
import { addDays, addYears, type CivilDay, isWithin } from "../dates";
import { optionalText, requiredText } from "../typed";
import type { Relationship } from "../values";

export type GuardianRight = Doc<"courtRestrictions">["forbids"][number];
export type Span = { startsOn: CivilDay; endsOn?: CivilDay | undefined };

export const custodyNoteInput = optionalText(1000);
export const orderInput = z.object({ personName: requiredText(160), order: requiredText(2000) });
/** Guardians without an account, by name: each gets a letter. */
export const letterInput = z.array(requiredText(160), "required").check(z.maxLength(10, "too_large"));
/** A language tag such as "es" or "zh-Hant" (BCP 47). */
export const languageInput = z
  .string("required")
  .check(z.trim(), z.regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/, "invalid"), z.maxLength(35, "too_long"));

/** Where a guardianship keeps the spans of each right. */
export const spansOf = {
  see: "maySee",
  sign: "maySign",
  contact: "mayBeContacted",
} as const satisfies Record<GuardianRight, keyof Doc<"guardianships">>;
export const guardianRights = Object.keys(spansOf) as GuardianRight[];

/**
 * Whether somebody in this part may consent as a parent. The state may not, even as guardian of its ward: it
 * appoints a surrogate parent for that (34 CFR 300.30(a)(3), 300.519).
 */
export function canSign(relationship: Relationship): boolean {
  return relationship !== "stateAgency";
}

/** What a new guardian may do from their first day: everything that their part allows. */
export function usualRights(relationship: Relationship, startsOn: CivilDay) {
  const whole = [{ startsOn }];
  return { maySee: whole, maySign: canSign(relationship) ? whole : [], mayBeContacted: whole };
}

/**
 * The first day on which a student's rights are their own: the birthday of full age (34 CFR 300.520), or the day
 * after compulsory school age has ended (Children and Families Act 2014, s.83(2)).
 */
export function comesOfAgeOn(birthOn: CivilDay, { majorityAge, majorityFrom }: MajorityRule): CivilDay {
  const birthday = addYears(birthOn, majorityAge);
  return majorityFrom === "birthday" ? birthday : addDays(schoolLeavingDate(birthday), 1);
}

/**
 * The first day on which nobody reads the record as a parent any more: the day of deciding, or later, where the law lets
 * parents of a young person read on.
 */
export function readsAloneOn(birthOn: CivilDay, rule: MajorityRule): CivilDay {
  const decidesOn = comesOfAgeOn(birthOn, rule);
  if (rule.parentsReadToAge === null) return decidesOn;
  const birthday = addYears(birthOn, rule.parentsReadToAge);
  return birthday > decidesOn ? birthday : decidesOn;
}

/** The rights that are the student's own on a day: deciding first, and reading and being written to with it or later. */
export function rightsPassed(birthOn: CivilDay, rule: MajorityRule, day: CivilDay): GuardianRight[] {
  if (day < comesOfAgeOn(birthOn, rule)) return [];
  return day < readsAloneOn(birthOn, rule) ? ["sign"] : guardianRights;
}

/** From when on the student must have been told: one year before (34 CFR 300.320(c)); by the same measure elsewhere. */
export function explainRightsFrom(birthOn: CivilDay, rule: MajorityRule): CivilDay {
  return rule.majorityFrom === "birthday"
    ? addYears(birthOn, rule.majorityAge - 1)
    : addYears(comesOfAgeOn(birthOn, rule), -1);
}

const FRIDAY = 5;
const WEEK = 7;

/**
 * The last day of compulsory school age for whoever turns sixteen on a day: the last Friday in June of the school
 * year of that birthday, which begins in September (Education Act 1996, s.8(3); School Leaving Date Order 1997).
 */
function schoolLeavingDate(sixteenOn: CivilDay): CivilDay {
  const [year = 0, month = 0] = sixteenOn.split("-").map(Number);
  const endOfJune = `${month >= 9 ? year + 1 : year}-06-30`;
  const weekday = new Date(endOfJune).getUTCDay();
  return addDays(endOfJune, -((weekday - FRIDAY + WEEK) % WEEK));
}

/** So many days before that, telling the student is due, and the notice can be sent. */
const EXPLAIN_AHEAD_DAYS = 60;

type Majority = { isOfAge: boolean; explainFrom: CivilDay; notices: readonly { kind: NoticeKind }[] };
type NoticeKind = Doc<"majorityNotices">["kind"];

/** The notice that is to be given on a day: a year ahead of full age, and again from the day on. */
export function noticeDue({ isOfAge, explainFrom, notices }: Majority, today: CivilDay): NoticeKind | null {
  const kind = isOfAge ? "rightsTransferred" : "rightsExplained";
  if (notices.some((notice) => notice.kind === kind)) return null;
  return isOfAge || explainDueFrom(explainFrom) <= today ? kind : null;
}

/** From when on the first notice is due. */
export const explainDueFrom = (explainFrom: CivilDay): CivilDay => addDays(explainFrom, -EXPLAIN_AHEAD_DAYS);

type Standing = {
  guardianships: readonly Pick<
    Doc<"guardianships">,
    "startsOn" | "endsOn" | "relationship" | "maySee" | "maySign" | "mayBeContacted" | "adultGrounds"
  >[];
  restrictions: readonly Pick<Doc<"courtRestrictions">, "startsOn" | "endsOn" | "forbids" | "liftedAt">[];
  /** What is the student's own by then (`rightsPassed`). */
  passed: readonly GuardianRight[];
  day: CivilDay;
};

/**
 * The rights that one person holds about one child on a day. A court's order outweighs a guardianship. Rights that
 * have passed are the student's: a guardian goes on seeing and hearing on a ground that is on record, and signs only by a
 * court's appointment (34 CFR 300.520, 99.5, 99.31(a)(8)).
 */
export function rightsOn({ guardianships, restrictions, passed, day }: Standing): GuardianRight[] {
  const forbidden = restrictions
    .filter((order) => order.liftedAt === undefined && isWithin(day, order))
    .flatMap(({ forbids }) => forbids);
  return guardianRights.filter(
    (right) =>
      !forbidden.includes(right) &&
      guardianships.some(
        (guardianship) =>
          isWithin(day, guardianship) &&
          guardianship[spansOf[right]].some((span) => isWithin(day, span)) &&
          (right !== "sign" || canSign(guardianship.relationship)) &&
          (!passed.includes(right) || goesOn(guardianship.adultGrounds, right, day)),
      ),
  );
}

function goesOn(grounds: Doc<"guardianships">["adultGrounds"], right: GuardianRight, day: CivilDay): boolean {
  return grounds.some(
    (held) => isWithin(day, held) && (right !== "sign" || held.ground === "courtAppointed"),
  );
}

/**
 * Takes a right away after a last day, or gives it from a first one. Spans that lie behind stay as they are; one
 * that would only begin later is dropped, because the last word counts.
 */
export function withRight(spans: readonly Span[], isHeld: boolean, today: CivilDay, yesterday: CivilDay) {
  const past = spans
    .filter(({ startsOn }) => startsOn < today)
    .map((span) => (isWithin(today, span) && !isHeld ? { ...span, endsOn: yesterday } : span));
  const holdsStill = past.some((span) => isWithin(today, span));
  const kept = past.map(({ startsOn, endsOn }) => ({ startsOn, ...(endsOn && { endsOn }) }));
  return isHeld && !holdsStill ? [...kept, { startsOn: today }] : kept;
}
