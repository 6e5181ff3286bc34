import { defineTable } from "convex/server";
import { v } from "convex/values";
import { civilDay, compartment } from "../values";

export const contact = v.object({
  key: v.string(),
  name: v.string(),
  relation: v.string(),
  phone: v.string(),
  otherPhone: v.string(),
  mayCollect: v.boolean(),
  note: v.string(),
});

const mode = <Value extends string>(...values: Value[]) =>
  v.union(...values.map((value) => v.literal(value)));

/** The parts of a profile that are stored as they are; what is acceptable in them is in rules/profile.ts. */
export const plainParts = {
  languages: v.object({
    home: v.string(),
    correspondence: v.string(),
    interpreterNeeded: v.boolean(),
    interpreterMode: mode("", "inPerson", "phone", "video", "signLanguage"),
  }),
  contacts: v.object({ contacts: v.array(contact) }),
  transport: v.object({
    mode: mode("", "walks", "family", "schoolBus", "specialBus", "taxi", "other"),
    route: v.string(),
    needs: v.string(),
  }),
  learning: v.object({
    interests: v.string(),
    motivators: v.string(),
    helps: v.string(),
    hinders: v.string(),
  }),
  accessibility: v.object({
    textSize: mode("", "large", "larger"),
    highContrast: v.boolean(),
    readAloud: v.boolean(),
    captions: v.boolean(),
    aac: v.string(),
    equipment: v.string(),
  }),
  baselines: v.object({
    baselines: v.array(
      v.object({
        key: v.string(),
        measuredOn: civilDay,
        what: v.string(),
        value: v.string(),
        unit: v.string(),
        source: v.string(),
      }),
    ),
  }),
  adjustments: v.object({
    adjustments: v.array(v.object({ key: v.string(), text: v.string(), setting: v.string() })),
    section504: v.string(),
  }),
};

/** Medical considerations, once opened. */
export const healthPart = v.object({
  conditions: v.string(),
  allergies: v.string(),
  medication: v.string(),
  emergency: v.string(),
  clinician: v.string(),
});

export const profileTables = {
  /**
   * What the record holds about a child beside who they are; one row per child, made with the first part that
   * somebody writes. Written by students/profile.ts; read by it, by students/health.ts and by exports.
   */
  studentProfiles: defineTable({
    ...compartment,
    languages: v.optional(plainParts.languages),
    contacts: v.optional(plainParts.contacts),
    transport: v.optional(plainParts.transport),
    learning: v.optional(plainParts.learning),
    accessibility: v.optional(plainParts.accessibility),
    baselines: v.optional(plainParts.baselines),
    adjustments: v.optional(plainParts.adjustments),
    /** Medical considerations, class "health". */
    sealedHealth: v.optional(v.string()),
  }).index("by_student", ["studentId"]),

  /**
   * Who has opened the medical considerations and may read them until when; each opening is an audit entry.
   * Written and read by students/health.ts.
   */
  healthOpenings: defineTable({
    ...compartment,
    personId: v.id("people"),
    expiresAt: v.number(),
  }).index("by_student_and_person", ["studentId", "personId"]),
};
