import { useLingui } from "@lingui/react";
import type { ReactNode } from "react";
import { useWords } from "#src/lib/useWords.ts";
import type { StudentRecord } from "../studentRecord.ts";
import { Facts } from "./Facts.tsx";
import { fieldsOf, type PlainPart } from "./fieldsOf.ts";
import { factsOf, PartFields } from "./PartFields.tsx";
import { RecordSection } from "./RecordSection.tsx";
import { partName } from "./recordWords.ts";
import { permissionToEdit, useSavePart } from "./useSavePart.ts";

/** A part whose fields stand by themselves: languages, transport, learning, access, medical considerations. */
export function PlainSection({
  record,
  part,
  values,
  badge,
}: {
  record: StudentRecord;
  part: PlainPart;
  values: Readonly<Record<string, string | boolean>>;
  badge?: ReactNode;
}) {
  const { i18n } = useLingui();
  const save = useSavePart(record.student.studentId, part);
  const words = useWords(`record ${record.student.studentId} ${part}`);
  const fields = fieldsOf(i18n, part);
  return (
    <RecordSection
      title={partName(part)}
      mayEdit={record.abilities.includes(permissionToEdit(part))}
      badge={badge}
      words={words}
      summary={
        <Facts
          facts={factsOf(fields, values, i18n.t({ id: "word.yes", message: "Yes" }))}
          empty={i18n.t({ id: "record.nothingYet", message: "Nothing recorded yet." })}
        />
      }
      fields={() => <PartFields fields={fields} values={values} save={save} words={words} />}
    />
  );
}
