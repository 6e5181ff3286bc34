import { v } from "convex/values";
import { components } from "../_generated/api";
import type { Doc, Id } from "../_generated/dataModel";
import { env, type MutationCtx, type QueryCtx } from "../functions";
import { type Posting, post } from "../notifications/model";
import { forgetBrowsers } from "./trustedBrowsers";

/** A person as colleagues and families see them. */
export const presentedPerson = v.object({ personId: v.id("people"), name: v.string(), color: v.number() });

/** Name and colour, nothing else. */
export function presentPerson(person: Doc<"people">) {
  return { personId: person._id, name: person.name, color: person.color };
}

/** The person with an id found in a row, or null when the id is absent. */
export async function findNamed(ctx: Pick<QueryCtx, "db">, personId: Id<"people"> | undefined) {
  const person = personId && (await ctx.db.get("people", personId));
  return person ? presentPerson(person) : null;
}

/** The language of whoever has this address here; undefined for nobody. */
export async function localeOfAddress(ctx: Pick<QueryCtx, "db">, email: string): Promise<string | undefined> {
  const person = await ctx.db
    .query("people")
    .withIndex("by_email", (q) => q.eq("email", email.trim().toLowerCase()))
    .first();
  return person?.locale;
}

/** The person behind an account of better-auth, or null before the first sign-in. */
export async function findByAccount(
  ctx: Pick<QueryCtx, "db">,
  authUserId: string,
): Promise<Doc<"people"> | null> {
  return await ctx.db
    .query("people")
    .withIndex("by_auth_user", (q) => q.eq("authUserId", authUserId))
    .unique();
}

/**
 * Puts down beside the person whether their sign-in has a second step, so that every door can ask without asking
 * the component. When it is switched off, they hear of it.
 */
export async function keepSecondFactor(
  ctx: Posting,
  authUserId: string,
  hasSecondFactor: boolean,
): Promise<void> {
  const person = await findByAccount(ctx, authUserId);
  if (!person || (person.hasSecondFactor ?? false) === hasSecondFactor) return;
  await ctx.db.patch("people", person._id, { hasSecondFactor });
  if (!hasSecondFactor) await mailOwner(ctx, authUserId, "secondFactorOff");
}

/** Tells whoever owns an account, by mail, that something about signing in has changed. */
export async function mailOwner(
  ctx: Posting,
  authUserId: string,
  template: "secondFactorOff" | "passwordChanged" | "passkeyAdded" | "passkeyRemoved",
): Promise<void> {
  const person = await findByAccount(ctx, authUserId);
  if (!person) return;
  const { email: to, name, locale } = person;
  await post(ctx, { to, template, params: { name }, locale, url: accountUrl() });
}

const accountUrl = () => `${env.SITE_URL ?? ""}/account`;

/** The person holds a link that was mailed to their address: from now on it counts as proven. */
export async function proveAddress(ctx: MutationCtx, authUserId: string | undefined): Promise<void> {
  if (authUserId === undefined) return;
  await ctx.runMutation(components.betterAuth.adapter.updateOne, {
    input: {
      model: "user",
      where: [{ field: "_id", value: authUserId }],
      update: { emailVerified: true },
    },
  });
}

/** A password was chosen anew: trusted browsers have to give a code again, and the person hears of it. */
export async function passwordReplaced(ctx: MutationCtx, authUserId: string): Promise<void> {
  await forgetBrowsers(ctx, authUserId);
  await mailOwner(ctx, authUserId, "passwordChanged");
}
