import { useParams } from "@tanstack/react-router";
import type { Id } from "#convex/_generated/dataModel.js";

/** The ids in the page's own address. The server decides whether they name anything that this person may see. */
export function useAddress() {
  const params = useParams({ strict: false });
  return {
    studentId: params.studentId as Id<"students">,
    iepId: params.iepId as Id<"ieps">,
    goalId: params.goalId as Id<"goals">,
    token: params.token ?? "",
  };
}
