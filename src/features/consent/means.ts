import { i18n } from "@lingui/core";
import type { Request } from "./standing.ts";

export type Means = Request["attempts"][number]["means"];

const names: Record<Means, () => string> = {
  phone: () => i18n.t({ id: "means.phone", message: "Phone call" }),
  message: () => i18n.t({ id: "means.message", message: "Message or e-mail" }),
  letter: () => i18n.t({ id: "means.letter", message: "Letter" }),
  visit: () => i18n.t({ id: "means.visit", message: "Visit" }),
  meeting: () => i18n.t({ id: "means.meeting", message: "Meeting" }),
};

export const meansName = (means: Means): string => names[means]();
export const allMeans = Object.keys(names) as Means[];
