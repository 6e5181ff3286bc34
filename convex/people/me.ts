import { v } from "convex/values";
import type { Id } from "../_generated/dataModel";
import { abilitiesOf } from "../access/abilities";
import { findPerson } from "../access/actor";
import { type Permission, permission } from "../access/policy";
import { relationTo } from "../access/relation";
import { civilDayAt, isWithin } from "../dates";
import { problem } from "../errors";
import { openQuery, ownMutation } from "../functions";
import { jurisdiction, organizationKind } from "../organizations/schema";
import { fullName } from "../students/rules";
import { role } from "../values";
import { locales } from "./rules";
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
    /** Signing in asks for more than a password. */
    hasSecondFactor: v.boolean(),
  }),
  memberships: v.array(
    v.object({
      organizationId: v.id("organizations"),
      organizationName: v.string(),
      kind: organizationKind,
      jurisdiction,
      role,
      isSample: v.boolean(),
    }),
  ),
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
    const person = await findPerson(ctx);
    if (!person) return null;

    const rows = await ctx.db
      .query("memberships")
      .withIndex("by_person", (q) => q.eq("personId", person._id))
      .take(MANY);
    const memberships = [];
    const todays = new Map<Id<"organizations">, string>();
    for (const row of rows) {
      const organization = await ctx.db.get("organizations", row.organizationId);
      if (!organization || organization.archivedAt !== undefined) continue;
      const today = civilDayAt(Date.now(), organization.timeZone);
      if (!isWithin(today, row)) continue;
      todays.set(organization._id, today);
      memberships.push({ row, organization });
    }
    const abilities: Record<string, Permission[]> = {};
    for (const organizationId of todays.keys()) {
      const held = memberships.filter(({ row }) => row.organizationId === organizationId);
      abilities[organizationId] = abilitiesOf(
        held.map(({ row }) => row),
        null,
      );
    }

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
      if (!student || !today || !organization) continue;
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
      },
      memberships: memberships.map(({ row, organization }) => ({
        organizationId: organization._id,
        organizationName: organization.name,
        kind: organization.kind,
        jurisdiction: organization.jurisdiction,
        role: row.role,
        isSample: organization.isSample,
      })),
      abilities,
      children,
    };
  },
});

/** Keeps the caller's language, theme and text size. */
export const savePreferences = ownMutation({
  args: {
    locale: v.optional(v.string()),
    theme: v.optional(preferences.fields.theme),
    textSize: preferences.fields.textSize,
  },
  returns: v.null(),
  handler: async (ctx, { locale, theme, textSize }) => {
    if (locale !== undefined && !(locales as readonly string[]).includes(locale)) {
      throw problem("invalid", { field: "locale" });
    }
    await ctx.db.patch("people", ctx.person._id, {
      ...(locale !== undefined && { locale }),
      preferences: {
        ...ctx.person.preferences,
        ...(theme !== undefined && { theme }),
        ...(textSize !== undefined && { textSize }),
      },
    });
    return null;
  },
});
