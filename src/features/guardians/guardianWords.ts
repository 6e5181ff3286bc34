import { i18n } from "@lingui/core";
import type { FunctionReturnType } from "convex/server";
import type { api } from "#convex/_generated/api.js";
import type { GuardianRight } from "#convex/guardians/rules.ts";
import { format } from "#src/lib/format.ts";

export type Around = FunctionReturnType<typeof api.guardians.around.list>;
export type Guardian = Around["guardians"][number];
export type Restriction = Around["restrictions"][number];

const rights: Record<GuardianRight, () => string> = {
  see: () => i18n.t({ id: "right.see", message: "See the record" }),
  sign: () => i18n.t({ id: "right.sign", message: "Sign and consent" }),
  contact: () => i18n.t({ id: "right.contact", message: "Be contacted" }),
};
const grounds: Record<Guardian["adultGrounds"][number], () => string> = {
  studentAgreed: () => i18n.t({ id: "ground.studentAgreed", message: "The student agrees" }),
  dependentForTax: () =>
    i18n.t({ id: "ground.dependentForTax", message: "Claims the student as a dependent" }),
  courtAppointed: () => i18n.t({ id: "ground.courtAppointed", message: "Guardian by court order" }),
};

export type NoticeKind = Around["majority"]["notices"][number]["kind"];
type Way = Around["majority"]["notices"][number]["told"][number]["ways"][number];
const ways: Record<Way, () => string> = {
  onScreen: () => i18n.t({ id: "noticeWay.onScreen", message: "on screen" }),
  mail: () => i18n.t({ id: "noticeWay.mail", message: "by e-mail" }),
  paper: () => i18n.t({ id: "noticeWay.paper", message: "on paper" }),
  inPerson: () => i18n.t({ id: "noticeWay.inPerson", message: "in person" }),
};

/** "on screen and by e-mail": how a notice reached somebody. */
export const wayNames = (used: readonly Way[]): string => format.list(used.map((way) => ways[way]()));

export const rightName = (right: GuardianRight): string => rights[right]();
export const groundName = (ground: Guardian["adultGrounds"][number]): string => grounds[ground]();
