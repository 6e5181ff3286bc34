import { v } from "convex/values";
import type { Doc, Id } from "../_generated/dataModel";
import { abilitiesOf, isAllowed } from "../access/abilities";
import { findUnlocked } from "../access/actor";
import { lacksSecondFactor } from "../access/enter";
import { type Permission, permission } from "../access/policy";
import { relationTo } from "../access/relation";
import { civilDayAt, isWithin } from "../dates";
import { problem } from "../errors";
import { openQuery, ownMutation } from "../functions";
import { gradesOf, ownName, settingsOf } from "../organizations/rules/settings";
import { jurisdiction, organizationKind } from "../organizations/schema";
import { fullName } from "../students/rules";
import { accepted, wholeNumber } from "../typed";
import { role } from "../values";
import { LONGEST_LOCK_MINUTES, locales } from "./rules";
import { preferences } from "./schema";

/** Nobody belongs to more organizations, or is guardian of more children, than this. */
const MANY = 100;

const me = v.object({
  person: v.object({
    personId: v.id("people"),
    name: v.string(),
    email: v.string(),
    locale: v.string(),
    color: v.number(),
    preferences,
    /** Signing in asks for a code besides the password. */
    hasSecondFactor: v.boolean(),
    /** This session was opened by a passkey, or by a code besides the password. */
    hasTwoFactors: v.boolean(),
  }),
  memberships: v.array(
    v.object({
      organizationId: v.id("organizations"),
      organizationName: v.string(),
      kind: organizationKind,
      jurisdiction,
      /** Where its days begin and end, whichever zone a browser stands in. */
      timeZone: v.string(),
      role,
      isSample: v.boolean(),
      /** From the youngest to the oldest, with the names that the organization has given itself. */
      grades: v.array(v.object({ code: v.string(), ownName: v.union(v.string(), v.null()) })),
      /** The organization stays closed until signing in has a second step. */
      needsSecondFactor: v.boolean(),
    }),
  ),
  /** Where the person would be, had it not been archived. */
  archived: v.array(
    v.object({
      organizationId: v.id("organizations"),
      organizationName: v.string(),
      archivedAt: v.number(),
      /** Whoever administers all of it opens it again (organizations/archiving.ts). */
      mayRestore: v.boolean(),
    }),
  ),
  /** The screen locks after so long without a key or a touch: the strictest of the organizations, or shorter. */
  lockAfterMinutes: v.number(),
  /** What the organizations decide, before the person's own choice. */
  longestLockMinutes: v.number(),
  /** By organization id. */
  abilities: v.record(v.string(), v.array(permission)),
  /** The children of a guardian; for a student's own account, the student. */
  children: v.array(
    v.object({ studentId: v.id("students"), organizationId: v.id("organizations"), name: v.string() }),
  ),
});

/** Who is signed in, what they are where, and what they may do there; null when nobody is. */
export const get = openQuery({
  because: "It answers null to a stranger; the page asks it to know whether to show the sign-in.",
  args: {},
  returns: v.union(v.null(), me),
  handler: async (ctx) => {
    const caller = await findUnlocked(ctx);
    if (!caller) return null;
    const { person } = caller;

    const rows = await ctx.db
      .query("memberships")
      .withIndex("by_person", (q) => q.eq("personId", person._id))
      .take(MANY);
    const memberships = [];
    const past = [];
    const todays = new Map<Id<"organizations">, string>();
    for (const row of rows) {
      const organization = await ctx.db.get("organizations", row.organizationId);
      if (!organization) continue;
      const today = civilDayAt(Date.now(), organization.timeZone);
      if (!isWithin(today, row)) continue;
      if (organization.archivedAt !== undefined) {
        past.push({ row, organization });
        continue;
      }
      todays.set(organization._id, today);
      memberships.push({ row, organization });
    }
    const abilities: Record<string, Permission[]> = {};
    const closed = new Set<Id<"organizations">>();
    for (const { organization } of memberships) {
      const held = memberships.filter((one) => one.organization._id === organization._id);
      const roles = held.map(({ row }) => row);
      if (lacksSecondFactor(caller, organization, roles)) closed.add(organization._id);
      abilities[organization._id] = closed.has(organization._id) ? [] : abilitiesOf(roles, null);
    }

    const longestLockMinutes = Math.min(
      LONGEST_LOCK_MINUTES,
      ...memberships.map(({ organization }) => settingsOf(organization).lockAfterMinutes),
    );

    const guardianships = await ctx.db
      .query("guardianships")
      .withIndex("by_person", (q) => q.eq("personId", person._id))
      .take(MANY);
    const childIds = new Set(guardianships.map(({ studentId }) => studentId));
    if (person.studentId) childIds.add(person.studentId);
    const children = [];
    for (const studentId of childIds) {
      const student = await ctx.db.get("students", studentId);
      const today = student && todays.get(student.organizationId);
      const organization = student && (await ctx.db.get("organizations", student.organizationId));
      if (!student || !today || !organization || closed.has(organization._id)) continue;
      const { guardianOf, isTheStudent } = await relationTo(ctx, student, organization, person, today);
      if (!guardianOf && !isTheStudent) continue;
      children.push({ studentId, organizationId: student.organizationId, name: fullName(student) });
    }

    return {
      person: {
        personId: person._id,
        name: person.name,
        email: person.email,
        locale: person.locale,
        color: person.color,
        preferences: person.preferences,
        hasSecondFactor: person.hasSecondFactor ?? false,
        hasTwoFactors: caller.hasTwoFactors,
      },
      memberships: memberships.map(({ row, organization }) => ({
        organizationId: organization._id,
        organizationName: organization.name,
        kind: organization.kind,
        jurisdiction: organization.jurisdiction,
        timeZone: organization.timeZone,
        role: row.role,
        isSample: organization.isSample,
        grades: gradesOf(organization).map(({ code, name }) => ({ code, ownName: ownName(code, name) })),
        needsSecondFactor: closed.has(organization._id),
      })),
      archived: archivedOf(past),
      lockAfterMinutes: Math.min(
        person.preferences.lockAfterMinutes ?? longestLockMinutes,
        longestLockMinutes,
      ),
      longestLockMinutes,
      abilities,
      children,
    };
  },
});

type Held = { row: Doc<"memberships">; organization: Doc<"organizations"> };

/** Archived organizations, once each. */
function archivedOf(past: readonly Held[]) {
  const organizations = new Map(past.map(({ organization }) => [organization._id, organization]));
  return [...organizations.values()].map(({ _id: organizationId, name, archivedAt = 0 }) => {
    const rows = past.filter(({ organization }) => organization._id === organizationId);
    const mayRestore = isAllowed(
      "organizations.archive",
      rows.map(({ row }) => row),
      null,
    );
    return { organizationId, organizationName: name, archivedAt, mayRestore };
  });
}

/** Keeps the caller's language, theme, text size and own limit before the screen locks. */
export const savePreferences = ownMutation({
  args: {
    locale: v.optional(v.string()),
    theme: v.optional(preferences.fields.theme),
    textSize: preferences.fields.textSize,
    /** null: as the organization decides. */
    lockAfterMinutes: v.optional(v.union(v.number(), v.null())),
  },
  returns: v.null(),
  handler: async (ctx, { locale, theme, textSize, lockAfterMinutes }) => {
    if (locale !== undefined && !(locales as readonly string[]).includes(locale)) {
      throw problem("invalid", { field: "locale" });
    }
    await ctx.db.patch("people", ctx.person._id, {
      ...(locale !== undefined && { locale }),
      preferences: {
        ...ctx.person.preferences,
        ...(theme !== undefined && { theme }),
        ...(textSize !== undefined && { textSize }),
        ...(lockAfterMinutes !== undefined && {
          lockAfterMinutes:
            lockAfterMinutes === null
              ? undefined
              : accepted(wholeNumber(1, LONGEST_LOCK_MINUTES), lockAfterMinutes, "lockAfterMinutes"),
        }),
      },
    });
    return null;
  },
});
