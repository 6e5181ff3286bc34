import { v } from "convex/values";
import { studentMutation, studentQuery } from "../functions";
import { civilDay } from "../values";
import { identityOf } from "./identity";
import { findProfile, partOf, writePart } from "./parts";
import { plainParts } from "./profileSchema";

const { languages, contacts, transport } = plainParts;

/** One part at a time: the fields as the person saw them, and as they should be. */
const change = v.union(
  v.object({ part: v.literal("languages"), base: languages.partial(), changes: languages.partial() }),
  v.object({ part: v.literal("contacts"), base: contacts.partial(), changes: contacts.partial() }),
  v.object({ part: v.literal("transport"), base: transport.partial(), changes: transport.partial() }),
);

/** The record beside who the child is, but for what is medical; and the numbers, which no family is shown. */
export const get = studentQuery({
  can: "students.readProfile",
  args: {},
  returns: v.object({
    numbers: v.object({
      stateNumber: v.union(v.string(), v.null()),
      upn: v.union(v.string(), v.null()),
      formerUpn: v.union(v.string(), v.null()),
    }),
    parts: v.object(plainParts),
    /** The last day on which the team of a child who has left may open the record. */
    staffAccessEndsOn: v.union(civilDay, v.null()),
  }),
  handler: async (ctx, { studentId }) => {
    const profile = await findProfile(ctx, studentId);
    const { stateNumber = null, upn = null, formerUpn = null } = identityOf(ctx.student);
    return {
      numbers: { stateNumber, upn, formerUpn },
      parts: {
        languages: partOf(profile, "languages"),
        contacts: partOf(profile, "contacts"),
        transport: partOf(profile, "transport"),
        learning: partOf(profile, "learning"),
        accessibility: partOf(profile, "accessibility"),
        baselines: partOf(profile, "baselines"),
        adjustments: partOf(profile, "adjustments"),
      },
      staffAccessEndsOn: ctx.student.staffAccessEndsOn ?? null,
    };
  },
});

/**
 * Changes languages, emergency contacts or transport, field by field; a list is settled line by line.
 * @throws conflict for what somebody else has changed meanwhile; required, too_long, too_large, invalid
 */
export const edit = studentMutation({
  can: "students.edit",
  args: { change },
  returns: v.null(),
  handler: async (ctx, { change: { part, base, changes } }) => {
    const fields = await writePart(ctx, part, base, changes);
    ctx.note(`${part}: ${fields.join(", ")}`);
    return null;
  },
});
