import { defineTable } from "convex/server";
import { v } from "convex/values";

export const preferences = v.object({
  theme: v.union(v.literal("system"), v.literal("light"), v.literal("dark"), v.literal("contrast")),
  textSize: v.optional(v.union(v.literal("normal"), v.literal("large"), v.literal("larger"))),
  /** Shorter than the organization's own limit, never longer (rules.ts). */
  lockAfterMinutes: v.optional(v.number()),
});

/** What a passkey's device says of it (WebAuthn Level 3), in the words of better-auth's plugin. */
export const passkeyFields = {
  name: v.string(),
  /** The id that the device gave it. */
  credentialID: v.string(),
  publicKey: v.string(),
  /** How often it says it was used; 0 for ever on most that are copied between devices. */
  counter: v.number(),
  deviceType: v.string(),
  backedUp: v.boolean(),
  transports: v.optional(v.string()),
  /** Which model of device or program it is; zeros where that is kept private. */
  aaguid: v.optional(v.string()),
};

export const peopleTables = {
  /**
   * One human, one row, whatever they are in how many organizations.
   * Written by people/accounts.ts (at sign-in), people/me.ts and people/lock.ts; read by access/actor.ts.
   */
  people: defineTable({
    /** The account of better-auth; absent until the person has signed in for the first time. */
    authUserId: v.optional(v.string()),
    email: v.string(),
    name: v.string(),
    /** BCP 47, such as "en" or "es". */
    locale: v.string(),
    /** Which of the eight caret colours is theirs. */
    color: v.number(),
    /** The pupil this person is, for a student's own account. */
    studentId: v.optional(v.id("students")),
    preferences,
    /** Whether signing in asks for more than a password; kept by auth.ts in the account's own transaction. */
    hasSecondFactor: v.optional(v.boolean()),
    /** Sessions of better-auth that wait behind the lock screen: to them the person is nobody (people/lock.ts). */
    lockedSessions: v.optional(v.array(v.string())),
    /** Sessions that a passkey has opened: they need no further step (people/passkeyRows.ts). */
    passkeySessions: v.optional(v.array(v.string())),
  })
    .index("by_auth_user", ["authUserId"])
    .index("by_email", ["email"])
    .index("by_student", ["studentId"]),

  /**
   * Browsers that a person has told not to ask for a code again, by better-auth's identifier of that trust.
   * Written by auth.ts; read by people/trustedBrowsers.ts, which takes the trust back.
   */
  trustedBrowsers: defineTable({
    authUserId: v.string(),
    identifier: v.string(),
    expiresAt: v.number(),
  })
    .index("by_auth_user", ["authUserId", "expiresAt"])
    .index("by_identifier", ["identifier"]),

  /**
   * Passkeys: the public half of a key that a device keeps, with which it signs its owner in.
   * Written by people/passkeyRows.ts, for better-auth's plugin; read by people/passkeys.ts.
   */
  passkeys: defineTable({
    authUserId: v.string(),
    ...passkeyFields,
    createdAt: v.number(),
    lastUsedAt: v.optional(v.number()),
  })
    .index("by_auth_user", ["authUserId"])
    .index("by_credential", ["credentialID"]),
};
