import { useEffect, useSyncExternalStore } from "react";
import type { Id } from "#convex/_generated/dataModel.js";
import { recordLeases } from "./convexClient.ts";
import type { LeaseStatus } from "./recordLeases.ts";

/**
 * Keeps a child's record open for as long as a page about them is shown and looked at: the law wants a record of
 * who opened a child's file (34 CFR 300.614), so that its queries answer only to those who have said that they
 * read. Called by app/RecordGate.tsx, which stands around every page of a child.
 */
export function useRecordLease(studentId: Id<"students">): LeaseStatus {
  useEffect(() => recordLeases.hold(studentId), [studentId]);
  return useSyncExternalStore(recordLeases.subscribe, () => recordLeases.statusOf(studentId));
}
