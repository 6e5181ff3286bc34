import { useLingui } from "@lingui/react";
import { Phone } from "lucide-react";
import type { Adjustment, Baseline, Contact } from "#convex/students/rules/profile.ts";
import { format, today } from "#src/lib/format.ts";
import { Badge } from "#src/ui/Badge.tsx";
import type { StudentRecord } from "../studentRecord.ts";
import { ListSection } from "./ListSection.tsx";
import { Section504 } from "./Section504.tsx";
import { permissionToEdit, useSavePart } from "./useSavePart.ts";

type Of<Lines> = { record: StudentRecord; lines: readonly Lines[] };

/** Whom to ring, in the order to try. */
export function ContactsSection({ record, lines }: Of<Contact>) {
  const { i18n } = useLingui();
  return (
    <ListSection
      studentId={record.student.studentId}
      part="contacts"
      field="contacts"
      isOrdered
      lines={lines}
      mayEdit={record.abilities.includes(permissionToEdit("contacts"))}
      nameOf={({ name }) => name}
      empty={i18n.t({ id: "record.contacts.none", message: "Nobody to ring yet. Add at least two people." })}
      addLabel={i18n.t({ id: "record.contacts.add", message: "Add a contact" })}
      blank={{ name: "", relation: "", phone: "", otherPhone: "", mayCollect: false, note: "" }}
      lineFields={[
        { name: "name", as: "line", label: i18n.t({ id: "contact.name", message: "Name" }) },
        {
          name: "relation",
          as: "line",
          isOptional: true,
          label: i18n.t({ id: "contact.relation", message: "Who they are to the child" }),
        },
        { name: "phone", as: "phone", label: i18n.t({ id: "contact.phone", message: "Phone" }) },
        {
          name: "otherPhone",
          as: "phone",
          isOptional: true,
          label: i18n.t({ id: "contact.otherPhone", message: "Another phone" }),
        },
        {
          name: "mayCollect",
          as: "flag",
          label: i18n.t({ id: "contact.mayCollect", message: "May collect the child" }),
        },
        {
          name: "note",
          as: "line",
          isOptional: true,
          label: i18n.t({ id: "contact.note", message: "Note" }),
        },
      ]}
      show={(line) => (
        <>
          <p className="flex flex-wrap items-baseline gap-x-2">
            <strong dir="auto">{line.name}</strong>
            {line.relation && (
              <span dir="auto" className="text-ink-2">
                {line.relation}
              </span>
            )}
            {line.mayCollect && (
              <Badge tone="good">{i18n.t({ id: "contact.collects", message: "May collect" })}</Badge>
            )}
          </p>
          <p className="flex flex-wrap gap-x-4 text-ink-2">
            {[line.phone, line.otherPhone].filter(Boolean).map((phone) => (
              <a
                key={phone}
                dir="ltr"
                href={`tel:${phone.replace(/[^+\d]/g, "")}`}
                className="target tabular inline-flex min-h-8 items-center gap-1.5 text-accent underline underline-offset-4"
              >
                <Phone aria-hidden size={15} strokeWidth={1.75} />
                {phone}
              </a>
            ))}
          </p>
          {line.note && (
            <p dir="auto" className="text-14 text-ink-3">
              {line.note}
            </p>
          )}
        </>
      )}
    />
  );
}

/** Where the child started, measured outside any goal. */
export function BaselinesSection({ record, lines }: Of<Baseline>) {
  const { i18n } = useLingui();
  const newestFirst = [...lines].sort((a, b) => (a.measuredOn < b.measuredOn ? 1 : -1));
  return (
    <ListSection
      studentId={record.student.studentId}
      part="baselines"
      field="baselines"
      lines={newestFirst}
      mayEdit={record.abilities.includes(permissionToEdit("baselines"))}
      nameOf={({ what }) => what}
      empty={i18n.t({
        id: "record.baselines.none",
        message: "No facts yet. What was measured, when, and by whom.",
      })}
      addLabel={i18n.t({ id: "record.baselines.add", message: "Add a baseline" })}
      blank={{ measuredOn: today(), what: "", value: "", unit: "", source: "" }}
      lineFields={[
        { name: "measuredOn", as: "day", label: i18n.t({ id: "baseline.day", message: "Measured on" }) },
        { name: "what", as: "line", label: i18n.t({ id: "baseline.what", message: "What was measured" }) },
        { name: "value", as: "line", label: i18n.t({ id: "baseline.value", message: "Value" }) },
        {
          name: "unit",
          as: "line",
          isOptional: true,
          label: i18n.t({ id: "baseline.unit", message: "Unit" }),
        },
        {
          name: "source",
          as: "line",
          isOptional: true,
          label: i18n.t({ id: "baseline.source", message: "Test or person" }),
        },
      ]}
      show={(line) => (
        <>
          <p dir="auto">
            {line.what}:{" "}
            <strong className="tabular">{[line.value, line.unit].filter(Boolean).join(" ")}</strong>
          </p>
          <p dir="auto" className="text-14 text-ink-3">
            {[format.day(line.measuredOn), line.source].filter(Boolean).join(" · ")}
          </p>
        </>
      )}
    />
  );
}

/** What a class does without a plan, and what is agreed under Section 504. */
export function AdjustmentsSection({ record, lines, section504 }: Of<Adjustment> & { section504: string }) {
  const { i18n } = useLingui();
  const { studentId } = record.student;
  const mayEdit = record.abilities.includes(permissionToEdit("adjustments"));
  const save = useSavePart(studentId, "adjustments")("section504");
  return (
    <ListSection
      studentId={studentId}
      part="adjustments"
      field="adjustments"
      lines={lines}
      mayEdit={mayEdit}
      nameOf={({ text }) => text}
      empty={i18n.t({
        id: "record.adjustments.none",
        message: "Nothing yet. What the class does for this child that no plan asks for.",
      })}
      addLabel={i18n.t({ id: "record.adjustments.add", message: "Add an accommodation" })}
      blank={{ text: "", setting: "" }}
      lineFields={[
        { name: "text", as: "line", label: i18n.t({ id: "accommodation.text", message: "What is done" }) },
        {
          name: "setting",
          as: "line",
          isOptional: true,
          label: i18n.t({ id: "accommodation.setting", message: "Where and when" }),
        },
      ]}
      show={({ text, setting }) => (
        <p dir="auto">
          {text}
          {setting && <span className="text-ink-3"> · {setting}</span>}
        </p>
      )}
    >
      <Section504 studentId={studentId} text={section504} mayEdit={mayEdit} save={save} />
    </ListSection>
  );
}
