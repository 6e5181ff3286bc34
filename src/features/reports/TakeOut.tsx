import { Trans, useLingui } from "@lingui/react";
import { useConvex } from "convex/react";
import { Download, Printer } from "lucide-react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import { useMyOrganization } from "#src/lib/me.ts";
import { readProblem, sentenceOf } from "#src/lib/problems.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Button } from "#src/ui/Button.tsx";
import { CheckboxField } from "#src/ui/CheckboxField.tsx";
import { toastProblem } from "#src/ui/Toasts.tsx";
import { checkListFile } from "./checkListFile.ts";
import type { Run } from "./distribution.ts";
import { fileOf, saveFile } from "./reportFile.ts";

/** Takes a report out, as a file or on paper; for sharing, with small numbers hidden. It stays on record. */
export function TakeOut({
  run,
  isForSharing,
  onForSharing,
  hideBelow,
}: {
  run: Run;
  isForSharing: boolean;
  onForSharing: (is: boolean) => void;
  hideBelow: number;
}) {
  const { i18n } = useLingui();
  const convex = useConvex();
  const { organizationId } = useMyOrganization();
  const giveOut = useCommand(api.reports.runs.giveOut);
  const [isSaving, setIsSaving] = useState(false);
  const { runId, kind, to } = run;
  const isList = kind === "census" || kind === "childCount";
  const say = (form: "csv" | "print") => giveOut({ organizationId, runId, form, forSharing: isForSharing });
  const words = { total: i18n.t({ id: "report.total", message: "Total" }) };
  const save = async () => {
    if (!(await say("csv")).isDone) return;
    saveFile(
      `${kind}-${to}${isForSharing ? "-shared" : ""}.csv`,
      fileOf(run, words, isForSharing ? hideBelow : null),
    );
  };
  const saveList = async () => {
    setIsSaving(true);
    try {
      if ((await say("csv")).isDone) {
        saveFile(`${kind}-${to}-list.csv`, await checkListFile(convex, organizationId, run));
      }
    } catch (error) {
      toastProblem(sentenceOf(readProblem(error)));
    } finally {
      setIsSaving(false);
    }
  };
  const print = async () => {
    if ((await say("print")).isDone) window.print();
  };
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2" data-screen-only>
      <CheckboxField
        isSelected={isForSharing}
        onChange={onForSharing}
        label={
          <Trans
            id="report.forSharing"
            message="For sharing: hide numbers below {hideBelow}"
            values={{ hideBelow }}
          />
        }
      />
      <Button isPending={giveOut.isPending} onPress={() => void save()}>
        <Download aria-hidden size={18} strokeWidth={1.75} />
        <Trans id="report.csv" message="Tables as CSV" />
      </Button>
      {isList && (
        <Button isPending={isSaving} onPress={() => void saveList()}>
          <Download aria-hidden size={18} strokeWidth={1.75} />
          <Trans id="report.listCsv" message="List for the authority" />
        </Button>
      )}
      <Button isPending={giveOut.isPending} onPress={() => void print()}>
        <Printer aria-hidden size={18} strokeWidth={1.75} />
        <Trans id="report.print" message="Print" />
      </Button>
    </div>
  );
}
