import { useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { Printer } from "lucide-react";
import { api } from "#convex/_generated/api.js";
import { RecordSections } from "#src/features/students/record/RecordSections.tsx";
import { useAddress } from "#src/lib/useAddress.ts";
import { Button } from "#src/ui/Button.tsx";

/** The pupil record: read at a glance, opened in place, printed as it stands. */
export function RecordPage() {
  const { i18n } = useLingui();
  const { studentId } = useAddress();
  const record = useQuery(api.students.record.get, { studentId });
  if (record === undefined) return null;
  return (
    <>
      <div data-screen-only className="mb-4 flex justify-end">
        <Button size="small" onPress={() => window.print()}>
          <Printer aria-hidden size={16} strokeWidth={1.75} />
          {i18n.t({ id: "record.print", message: "Print the record" })}
        </Button>
      </div>
      <RecordSections key={studentId} record={record} />
    </>
  );
}
