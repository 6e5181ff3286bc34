import { useMutation } from "convex/react";
import { useEffect } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";

/**
 * Opens a child's record for as long as the page is shown, and answers whether it may be read yet. The law wants a
 * record of who opened a child's file (34 CFR 300.614).
 */
export function useRecordLease(studentId: Id<"students">): boolean {
  const open = useMutation(api.students.record.open);
  useEffect(() => {
    open({ studentId }).catch(() => undefined);
  }, [open, studentId]);
  return true;
}
