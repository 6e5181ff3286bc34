import { Trans, useLingui } from "@lingui/react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import type { ConsentKind } from "#convex/consent/rules/kinds.ts";
import { useEvidence } from "#src/lib/evidence.tsx";
import { FormDialog } from "#src/lib/FormDialog.tsx";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { useKept, useWords } from "#src/lib/useWords.ts";
import { DateField } from "#src/ui/DateField.tsx";
import { RadioField } from "#src/ui/RadioField.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import { KindField } from "./KindField.tsx";
import { meaningOf } from "./meaning.ts";
import { type Decision, type Standing, stateName } from "./standing.ts";

const empty = { personName: "", scope: "", recipient: "", interpreterName: "", paperKeptAt: "" };

/** Writes down what a family decided on paper or in words. */
export function RecordDecision({
  studentId,
  standings,
  today,
  onClose,
}: {
  studentId: Id<"students">;
  standings: readonly Standing[];
  today: string;
  onClose: () => void;
}) {
  const { i18n } = useLingui();
  const evidence = useEvidence();
  const words = useWords(`consent.record ${studentId}`);
  const [kind, setKind] = useKept<ConsentKind | null>(words, "kind", null);
  const [decision, setDecision] = useKept<Decision["decision"]>(words, "decision", "given");
  const [means, setMeans] = useKept<"onPaper" | "orally">(words, "means", "onPaper");
  const [decidedOn, setDecidedOn] = useKept(words, "decidedOn", today);
  const [typed, setTyped] = useKept(words, "typed", empty);
  const [papers, setPapers] = useKept<Id<"documents">[]>(words, "papers", []);
  const record = useCommand(api.consent.consents.record, {
    showsProblem: false,
    done: i18n.t({ id: "consents.recorded", message: "Decision recorded" }),
  });
  const type = (field: keyof typeof empty) => (text: string) => setTyped({ ...typed, [field]: text });
  const rule = standings.find((standing) => standing.kind === kind);
  const choose = (chosen: ConsentKind) => {
    setKind(chosen);
    if (typed.scope === "" || (kind && typed.scope === meaningOf(kind)))
      setTyped({ ...typed, scope: meaningOf(chosen) });
  };
  const form = useSubmit(
    () => {
      if (kind === null) {
        return { kind: i18n.t({ id: "form.chooseOne", message: "Choose one from the list." }) };
      }
      const { personName, scope } = typed;
      const said = Object.fromEntries(
        (["recipient", "interpreterName", "paperKeptAt"] as const)
          .filter((field) => typed[field].trim() !== "")
          .map((field) => [field, typed[field]]),
      );
      const facts = { kind, decision, form: means, decidedOn, personName, scope, ...said };
      return record({ studentId, ...facts, evidenceDocumentIds: papers });
    },
    onClose,
    words,
  );
  return (
    <FormDialog
      title={i18n.t({ id: "consents.record", message: "Record a decision" })}
      onClose={onClose}
      form={form}
      act={<Trans id="consents.record" message="Record a decision" />}
    >
      <KindField standings={standings} value={kind} onChange={choose} />
      <RadioField
        name="decision"
        label={<Trans id="consents.decision" message="The family’s decision" />}
        options={(["given", "refused", "withdrawn"] as const).map((id) => ({ id, label: stateName(id) }))}
        value={decision}
        onChange={setDecision}
      />
      <TextField
        name="scope"
        rows={3}
        label={<Trans id="consents.scope" message="What exactly it is about" />}
        value={typed.scope}
        onChange={type("scope")}
      />
      {rule?.namesRecipient && (
        <TextField
          name="recipient"
          width="full"
          label={<Trans id="asking.recipient" message="Who would be told" />}
          value={typed.recipient}
          onChange={type("recipient")}
        />
      )}
      <TextField
        name="personName"
        label={<Trans id="consents.who" message="Who decided" />}
        autoComplete="off"
        value={typed.personName}
        onChange={type("personName")}
      />
      <DateField
        name="decidedOn"
        label={<Trans id="consents.when" message="On which day" />}
        max={today}
        value={decidedOn}
        onChange={setDecidedOn}
      />
      <RadioField
        name="form"
        label={<Trans id="consents.how" message="How" />}
        options={[
          { id: "onPaper", label: i18n.t({ id: "consents.onPaper", message: "On a signed paper" }) },
          { id: "orally", label: i18n.t({ id: "consents.orally", message: "In words" }) },
        ]}
        value={means}
        onChange={setMeans}
      />
      {means === "onPaper" && (
        <>
          {evidence.pick(papers, setPapers)}
          <TextField
            name="paperKeptAt"
            width="full"
            optional={<Trans id="form.optional" message="(optional)" />}
            label={<Trans id="consents.keptAt" message="Where the paper is kept" />}
            hint={
              <Trans id="consents.keptAtHint" message="Needed when no scan of it is among the documents." />
            }
            value={typed.paperKeptAt}
            onChange={type("paperKeptAt")}
          />
        </>
      )}
      <TextField
        name="interpreterName"
        optional={<Trans id="form.optional" message="(optional)" />}
        label={<Trans id="consents.interpreter" message="Interpreter" />}
        value={typed.interpreterName}
        onChange={type("interpreterName")}
      />
    </FormDialog>
  );
}
