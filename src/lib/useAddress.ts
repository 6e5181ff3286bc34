import { useParams } from "@tanstack/react-router";
import { ConvexError } from "convex/values";
import type { Id } from "#convex/_generated/dataModel.js";
import type { Problem } from "#convex/errors.ts";

type AddressTable = "students" | "ieps" | "goals" | "imports" | "people" | "groups";

/** The ids in the page's own address. The server decides whether they name anything that this person may see. */
export function useAddress() {
  const params = useParams({ strict: false });
  return {
    studentId: idIn<"students">(params.studentId),
    /** A second child, where two are compared. */
    otherId: idIn<"students">(params.otherId),
    iepId: idIn<"ieps">(params.iepId),
    goalId: idIn<"goals">(params.goalId),
    importId: idIn<"imports">(params.importId),
    personId: idIn<"people">(params.personId),
    groupId: idIn<"groups">(params.groupId),
    token: params.token ?? "",
  };
}

/** What a Convex id looks like; anything else cannot name a record, so the page is not found without asking. */
const idShape = /^[0-9a-z]{31,37}$/;

/** An id of the address, typed. A page asks only for those that its route has. */
function idIn<Table extends AddressTable>(text: string | undefined): Id<Table> {
  if (text !== undefined && !idShape.test(text)) {
    throw new ConvexError<Problem>({ code: "not_found" });
  }
  return text as Id<Table>;
}
