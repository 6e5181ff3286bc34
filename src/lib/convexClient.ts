import { api } from "#convex/_generated/api.js";
import { LeasedClient } from "./leasedClient.ts";
import { createRecordLeases } from "./recordLeases.ts";

/** The deployment: the page's own origin, unless the build names another (`VITE_CONVEX_URL`, as on Convex Cloud). */
export const deploymentUrl: string = import.meta.env.VITE_CONVEX_URL ?? window.location.origin;

export const convexClient = new LeasedClient(
  deploymentUrl,
  { skipConvexDeploymentUrlCheck: true },
  (studentId) => recordLeases.need(studentId),
);

/** The records that the pages of this tab keep open. */
export const recordLeases = createRecordLeases({
  open: (studentId) => convexClient.mutation(api.students.record.open, { studentId }),
  isVisible: () => document.visibilityState === "visible",
  leaseMs: 30 * 60 * 1000,
});
document.addEventListener("visibilitychange", recordLeases.visibilityChanged);
