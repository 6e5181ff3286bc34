import { useQuery } from "convex/react";
import { api } from "#convex/_generated/api.js";
import { DocumentList } from "#src/features/documents/DocumentList.tsx";
import { useAddress } from "#src/lib/useAddress.ts";

/** The files that are shared with a family, and those it sent. */
export function ChildDocumentsPage() {
  const { studentId } = useAddress();
  const record = useQuery(api.students.record.get, { studentId });
  if (record === undefined) return null;
  return (
    <DocumentList
      studentId={studentId}
      audience="family"
      mayAdd={record.abilities.includes("documents.add")}
      mayManage={false}
    />
  );
}
