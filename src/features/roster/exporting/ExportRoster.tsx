import { Trans, useLingui } from "@lingui/react";
import { zip } from "fflate";
import { useState } from "react";
import { oneRosterExport } from "#convex/roster/rules/oneRosterOut.ts";
import { templatesExport } from "#convex/roster/rules/templatesOut.ts";
import { today } from "#src/lib/format.ts";
import { readProblem, sentenceOf } from "#src/lib/problems.ts";
import { Button } from "#src/ui/Button.tsx";
import { toastDone, toastProblem } from "#src/ui/Toasts.tsx";
import { save } from "../save.ts";
import { useWholeRoster } from "./useWholeRoster.ts";

type Format = "oneRoster" | "templates";

/** The roster as files: in the standard that other systems read, or as our own templates. */
export function ExportRoster() {
  const { i18n } = useLingui();
  const read = useWholeRoster();
  const [writing, setWriting] = useState<Format | null>(null);
  const take = async (format: Format) => {
    setWriting(format);
    try {
      const roster = await read();
      const files = format === "oneRoster" ? oneRosterExport(roster) : templatesExport(roster);
      save(`${format === "oneRoster" ? "oneroster" : "roster"}-${today()}.zip`, await zipped(files));
      toastDone(
        i18n.t({
          id: "roster.export.done",
          message: "{count, plural, one {# student} other {# students}} exported",
          values: { count: roster.students.length },
        }),
      );
    } catch (error) {
      toastProblem(sentenceOf(readProblem(error)));
    } finally {
      setWriting(null);
    }
  };
  return (
    <div className="flex flex-col gap-3">
      <p className="max-w-prose text-ink-2">
        <Trans
          id="roster.export.advice"
          message="All active students, staff, guardians, schools and classes. The audit trail keeps who took it and when. Whoever holds the file holds the data of every child: keep it as safe as this system."
        />
      </p>
      <div className="flex flex-wrap gap-3">
        <Button
          isPending={writing === "oneRoster"}
          isDisabled={writing === "templates"}
          onPress={() => void take("oneRoster")}
        >
          <Trans id="roster.export.oneRoster" message="Export as OneRoster 1.1" />
        </Button>
        <Button
          isPending={writing === "templates"}
          isDisabled={writing === "oneRoster"}
          onPress={() => void take("templates")}
        >
          <Trans id="roster.export.templates" message="Export as templates" />
        </Button>
      </div>
    </div>
  );
}

function zipped(files: Record<string, string>): Promise<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const bytes = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, encoder.encode(text)]));
  return new Promise((settle, fail) => {
    zip(bytes, (error, packed) => (error ? fail(error) : settle(packed as Uint8Array<ArrayBuffer>)));
  });
}
