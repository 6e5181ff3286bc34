import { i18n } from "@lingui/core";
import type { MeasureUnit } from "#src/lib/words.ts";
import type { PlanView } from "../sections/sectionWords.ts";

export type GoalView = PlanView["goals"][number];

const units: Record<MeasureUnit, () => string> = {
  wordsPerMinute: () => i18n.t({ id: "unit.wordsPerMinute", message: "Words a minute" }),
  percent: () => i18n.t({ id: "unit.percent", message: "Percent" }),
  count: () => i18n.t({ id: "unit.count", message: "Count" }),
  minutes: () => i18n.t({ id: "unit.minutes", message: "Minutes" }),
  rating: () => i18n.t({ id: "unit.rating", message: "Rating" }),
  trials: () => i18n.t({ id: "unit.trials", message: "Trials correct" }),
};

export const unitName = (unit: MeasureUnit): string => units[unit]();
export const allUnits = Object.keys(units) as MeasureUnit[];

const directions = {
  increase: () => i18n.t({ id: "direction.increase", message: "Higher is better" }),
  decrease: () => i18n.t({ id: "direction.decrease", message: "Lower is better" }),
};
export type Direction = keyof typeof directions;
export const directionName = (direction: Direction): string => directions[direction]();
export const allDirections = Object.keys(directions) as Direction[];
