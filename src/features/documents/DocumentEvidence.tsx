import type { ReactNode } from "react";
import type { Id } from "#convex/_generated/dataModel.js";
import { EvidenceProvider } from "#src/lib/evidence.tsx";
import { DocumentPicker } from "./DocumentPicker.tsx";
import { EvidenceList } from "./EvidenceList.tsx";

/** Lets everything inside choose and show the child's documents as evidence. */
export function DocumentEvidence({
  studentId,
  children,
}: {
  studentId: Id<"students">;
  children: ReactNode;
}) {
  return (
    <EvidenceProvider
      value={{
        pick: (chosen, onChange) => (
          <DocumentPicker studentId={studentId} chosen={chosen} onChange={onChange} />
        ),
        show: (documentIds) => <EvidenceList studentId={studentId} documentIds={documentIds} />,
      }}
    >
      {children}
    </EvidenceProvider>
  );
}
