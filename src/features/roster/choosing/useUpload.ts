import { useConvex } from "convex/react";
import { startTransition, useEffect, useRef, useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { gradesOf, settingsOf } from "#convex/organizations/rules/settings.ts";
import { useMyOrganization } from "#src/lib/me.ts";
import { readProblem, sentenceOf } from "#src/lib/problems.ts";
import { FileProblem } from "../reading/fileProblem.ts";
import { type Opened, type RosterReader, startReader } from "../reading/rosterReader.ts";
import { fileSentenceOf } from "../words/fileSentences.ts";

/** What a person has said about the chosen files. */
export type Said = {
  source: string;
  mode: "bulk" | "delta";
  columns: Record<string, Record<string, string>>;
};

type Stage =
  | { at: "choosing"; isReading: boolean }
  | { at: "confirming"; opened: Opened }
  | { at: "sending"; sent: number; count: number };

/** Rows go in calls of this size: small enough to show progress, large enough not to wait for each round trip. */
const ROWS_AT_ONCE = 250;

/** From the chosen files to the beginning of the dry run; `onBegun` gets the import that now runs by itself. */
export function useUpload(onBegun: (importId: Id<"imports">) => void) {
  const convex = useConvex();
  const { organizationId } = useMyOrganization();
  const [stage, setStage] = useState<Stage>({ at: "choosing", isReading: false });
  const [problem, setProblem] = useState<string | null>(null);
  const reader = useRef<RosterReader | null>(null);
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
      reader.current?.close();
      reader.current = null;
    };
  }, []);

  const failing = async (act: () => Promise<void>, back: Stage) => {
    setProblem(null);
    try {
      await act();
    } catch (error) {
      if (isGone.current) return;
      if (!(error instanceof FileProblem)) console.error(error);
      setProblem(error instanceof FileProblem ? fileSentenceOf(error) : sentenceOf(readProblem(error)));
      setStage(back);
    }
  };

  const choosing: Stage = { at: "choosing", isReading: false };

  const choose = (files: File[]) =>
    failing(async () => {
      setStage({ at: "choosing", isReading: true });
      reader.current?.close();
      reader.current = startReader();
      const opened = await reader.current.open(files);
      // A form with a dozen lists to choose from is drawn in pieces, so that the page answers meanwhile.
      startTransition(() => setStage({ at: "confirming", opened }));
    }, choosing);

  const send = (opened: Opened, said: Said) =>
    failing(
      async () => {
        const read = reader.current;
        if (!read) return;
        setStage({ at: "sending", sent: 0, count: 0 });
        const organization = await convex.query(api.organizations.organizations.get, { organizationId });
        const { count, columns } = await read.prepare({
          format: opened.format,
          files: opened.files.map(({ name, template }) => ({
            name,
            template,
            columns: said.columns[name] ?? {},
          })),
          checking: { today: organization.today, grades: gradesOf(organization) },
          order: organization.jurisdiction === "england" ? "dayFirst" : "monthFirst",
          readsDescent: settingsOf(organization).needsRaceColumns,
        });
        for (const { name, template } of opened.files) {
          if (template === null) continue;
          const mapping = { source: said.source, file: template, columns: said.columns[name] ?? {} };
          await convex.mutation(api.roster.mappings.remember, { organizationId, ...mapping });
        }
        const begun = await convex.mutation(api.roster.imports.begin, {
          organizationId,
          source: said.source,
          format: opened.format,
          mode: said.mode,
          fileNames: opened.files.map(({ name }) => name),
          fingerprint: opened.fingerprint,
          columns,
          expected: count,
        });
        let sent = begun.staged;
        while (sent < count && !isGone.current) {
          setStage({ at: "sending", sent, count });
          const rows = await read.rows(sent, ROWS_AT_ONCE);
          const { importId } = begun;
          sent = await convex.mutation(api.roster.staging.add, {
            organizationId,
            importId,
            from: sent,
            rows,
          });
        }
        if (isGone.current) return;
        setStage({ at: "sending", sent, count });
        await convex.mutation(api.roster.imports.check, { organizationId, importId: begun.importId });
        onBegun(begun.importId);
      },
      { at: "confirming", opened },
    );

  const startOver = () => {
    setProblem(null);
    setStage(choosing);
  };
  return { stage, problem, choose, send, startOver };
}
