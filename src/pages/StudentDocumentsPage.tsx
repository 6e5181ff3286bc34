import { useQuery } from "convex/react";
import { api } from "#convex/_generated/api.js";
import { DocumentList } from "#src/features/documents/DocumentList.tsx";
import { useAddress } from "#src/lib/useAddress.ts";

/** The files about a child, as the team keeps them. */
export function StudentDocumentsPage() {
  const { studentId } = useAddress();
  const record = useQuery(api.students.record.get, { studentId });
  if (record === undefined) return null;
  const { abilities } = record;
  return (
    <DocumentList
      studentId={studentId}
      audience="team"
      mayAdd={abilities.includes("documents.add")}
      mayManage={abilities.includes("documents.manage")}
    />
  );
}
