import { type CivilDay, daysBetween } from "../../dates";

/** One measurement of a child: the civil day it was taken and its value in the goal's unit. */
export type Point = { readonly on: CivilDay; readonly value: number };

/** Which way is better for this goal. Reading speed increases; minutes out of the classroom decrease. */
export type Direction = "increase" | "decrease";

/** A point on the plane a line is fitted to: `x` in weeks since the first point, never the row's index. */
export type Weekly = { readonly x: number; readonly y: number };

/** +1 when a higher value is better, -1 when a lower one is. */
export function signOf(direction: Direction): 1 | -1 {
  return direction === "increase" ? 1 : -1;
}

/** The series on a time axis in weeks (days / 7), counted from its first point. Expects date order. */
export function inWeeks(points: readonly Point[]): Weekly[] {
  const first = points[0];
  if (!first) return [];
  return points.map((point) => ({ x: daysBetween(first.on, point.on) / 7, y: point.value }));
}
