import { v } from "convex/values";
import { civilDayAt } from "../dates";
import { internalMutation } from "../functions";
import { expirePlans } from "./model";

/** The last place on earth where a day ends: what is over there is over everywhere. */
const LAST_TO_END = "Etc/GMT+12";

/** Closes plans whose last day has passed. Daily (crons.ts). */
export const close = internalMutation({
  args: {},
  returns: v.number(),
  handler: async (ctx) => await expirePlans(ctx, civilDayAt(Date.now(), LAST_TO_END)),
});
