import * as z from "zod/mini";
import { day, optionalText, requiredText } from "../../typed";

/**
 * What the record holds about a child beside who they are: in parts, each with its fields. The form and the
 * function run the same schemas.
 */

const LINE = 200;
const PARAGRAPH = 2_000;
const MOST_ITEMS = 40;
const line = optionalText(LINE);
const paragraph = optionalText(PARAGRAPH);
const flag = z.boolean("invalid");
const list = <Item extends z.ZodMiniType>(item: Item) =>
  z.array(item).check(z.maxLength(MOST_ITEMS, "too_large"));

export const interpreterModes = ["", "inPerson", "phone", "video", "signLanguage"] as const;
export const transportModes = ["", "walks", "family", "schoolBus", "specialBus", "taxi", "other"] as const;
export const textSizes = ["", "large", "larger"] as const;

/** Somebody to ring, in the order to try. `key` tells the lines apart while several people edit. */
export const contactInput = z.object({
  key: requiredText(40),
  name: requiredText(LINE),
  relation: line,
  phone: requiredText(40),
  otherPhone: optionalText(40),
  mayCollect: flag,
  note: line,
});

/** A fact measured on a day outside any goal, with its unit and where it comes from. */
export const baselineInput = z.object({
  key: requiredText(40),
  measuredOn: day,
  what: requiredText(LINE),
  value: requiredText(40),
  unit: optionalText(40),
  source: line,
});

/** What a class does for the child without a plan; a plan has accommodations of its own. */
export const adjustmentInput = z.object({ key: requiredText(40), text: requiredText(LINE), setting: line });

export type Contact = z.output<typeof contactInput>;
export type Baseline = z.output<typeof baselineInput>;
export type Adjustment = z.output<typeof adjustmentInput>;

const languagesInput = z.object({
  home: line,
  /** In which letters and calls reach the family. */
  correspondence: line,
  interpreterNeeded: flag,
  interpreterMode: z.enum(interpreterModes, "invalid"),
});
const contactsInput = z.object({ contacts: list(contactInput) });
const transportInput = z.object({
  mode: z.enum(transportModes, "invalid"),
  route: line,
  needs: paragraph,
});
const healthInput = z.object({
  conditions: paragraph,
  allergies: paragraph,
  medication: paragraph,
  emergency: paragraph,
  clinician: line,
});
const learningInput = z.object({
  interests: paragraph,
  motivators: paragraph,
  helps: paragraph,
  hinders: paragraph,
});
const accessibilityInput = z.object({
  textSize: z.enum(textSizes, "invalid"),
  highContrast: flag,
  readAloud: flag,
  captions: flag,
  /** Augmentative and alternative communication: a board, a device, signs. */
  aac: line,
  equipment: paragraph,
});
const baselinesInput = z.object({ baselines: list(baselineInput) });
const adjustmentsInput = z.object({ adjustments: list(adjustmentInput), section504: paragraph });

export const profileInputs = {
  languages: languagesInput,
  contacts: contactsInput,
  transport: transportInput,
  health: healthInput,
  learning: learningInput,
  accessibility: accessibilityInput,
  baselines: baselinesInput,
  adjustments: adjustmentsInput,
};

export type ProfilePart = keyof typeof profileInputs;
export type Profile = { [Part in ProfilePart]: z.output<(typeof profileInputs)[Part]> };
export const profileParts = Object.keys(profileInputs) as ProfilePart[];

/** What stands in a part that nobody has written yet. */
export const blankProfile: Profile = {
  languages: { home: "", correspondence: "", interpreterNeeded: false, interpreterMode: "" },
  contacts: { contacts: [] },
  transport: { mode: "", route: "", needs: "" },
  health: { conditions: "", allergies: "", medication: "", emergency: "", clinician: "" },
  learning: { interests: "", motivators: "", helps: "", hinders: "" },
  accessibility: {
    textSize: "",
    highContrast: false,
    readAloud: false,
    captions: false,
    aac: "",
    equipment: "",
  },
  baselines: { baselines: [] },
  adjustments: { adjustments: [], section504: "" },
};
