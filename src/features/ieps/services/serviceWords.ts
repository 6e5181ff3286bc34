import { i18n } from "@lingui/core";
import type { PlanView } from "../sections/sectionWords.ts";

export type ServiceView = PlanView["services"][number];
export type Per = ServiceView["frequency"]["per"];

const pers: Record<Per, () => string> = {
  day: () => i18n.t({ id: "per.day", message: "a day" }),
  week: () => i18n.t({ id: "per.week", message: "a week" }),
  month: () => i18n.t({ id: "per.month", message: "a month" }),
  year: () => i18n.t({ id: "per.year", message: "a year" }),
};
export const perName = (per: Per): string => pers[per]();
export const allPers = Object.keys(pers) as Per[];

/** "2 times a week, 30 minutes each". */
export function rhythm({ frequency, minutes }: Pick<ServiceView, "frequency" | "minutes">): string {
  return i18n.t({
    id: "service.rhythm",
    message:
      "{times, plural, one {once} other {# times}} {per}, {minutes, plural, one {# minute} other {# minutes}} each",
    values: { times: frequency.times, per: perName(frequency.per), minutes },
  });
}
