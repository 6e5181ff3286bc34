import { v } from "convex/values";
import type { Id } from "../_generated/dataModel";
import { requireRow } from "../access/load";
import { problem } from "../errors";
import { studentMutation } from "../functions";
import { accepted } from "../typed";
import { MANY, requireDraft, servicesOf } from "./model";
import { serviceFields } from "./present";
import { reconcile } from "./rules/edits";
import { checkService, serviceChanges, serviceInput } from "./rules/goal";

const serviceParts = v.object(serviceFields).partial();

export const add = studentMutation({
  can: "ieps.edit",
  args: { iepId: v.id("ieps"), ...serviceFields },
  returns: v.id("services"),
  handler: async (ctx, { iepId, studentId: _studentId, ...typed }): Promise<Id<"services">> => {
    await requireDraft(ctx, iepId);
    const service = accepted(serviceInput, typed);
    checkService(service);
    if ((await servicesOf(ctx, iepId)).length >= MANY) throw problem("too_large", { params: { most: MANY } });
    return await ctx.db.insert("services", { ...ctx.compartment, iepId, ...service });
  },
});

/** Changes fields of a service; `base` is what the person saw, as in `goals.edit`. */
export const edit = studentMutation({
  can: "ieps.edit",
  args: { serviceId: v.id("services"), base: serviceParts, changes: serviceParts },
  returns: v.null(),
  handler: async (ctx, { serviceId, base, changes }) => {
    const service = await requireRow(ctx, "services", serviceId);
    await requireDraft(ctx, service.iepId);
    const toWrite = reconcile(service, base, accepted(serviceChanges, changes));
    checkService({ ...service, ...toWrite });
    await ctx.db.patch("services", serviceId, toWrite);
    ctx.note(`service ${serviceId}: ${Object.keys(toWrite).join(", ")}`);
    return null;
  },
});

export const remove = studentMutation({
  can: "ieps.edit",
  args: { serviceId: v.id("services") },
  returns: v.null(),
  handler: async (ctx, { serviceId }) => {
    const service = await requireRow(ctx, "services", serviceId);
    await requireDraft(ctx, service.iepId);
    await ctx.db.delete("services", serviceId);
    return null;
  },
});
