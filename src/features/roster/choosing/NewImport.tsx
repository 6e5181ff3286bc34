import { Trans, useLingui } from "@lingui/react";
import { useRouter } from "@tanstack/react-router";
import { format } from "#src/lib/format.ts";
import { paths } from "#src/lib/paths.ts";
import { Banner } from "#src/ui/Banner.tsx";
import { Meter } from "#src/ui/Meter.tsx";
import { ChooseFiles } from "./ChooseFiles.tsx";
import { ConfirmFiles } from "./ConfirmFiles.tsx";
import { useUpload } from "./useUpload.ts";

/** From files on a disk to an import that is being checked: choose, say what they are, wait for the rows to go up. */
export function NewImport() {
  const { i18n } = useLingui();
  const router = useRouter();
  const { stage, problem, choose, send, startOver } = useUpload(
    (importId) => void router.navigate({ href: paths.import(importId) }),
  );
  return (
    <div className="flex flex-col gap-4">
      {problem !== null && (
        <Banner tone="danger" announce>
          {problem}
        </Banner>
      )}
      {stage.at === "choosing" && (
        <ChooseFiles isReading={stage.isReading} onChoose={(files) => void choose(files)} />
      )}
      {stage.at === "confirming" && (
        <ConfirmFiles
          key={stage.opened.fingerprint}
          opened={stage.opened}
          onConfirm={(said) => void send(stage.opened, said)}
          onStartOver={startOver}
        />
      )}
      {stage.at === "sending" && (
        <div role="status">
          <Meter
            label={<Trans id="roster.sending" message="The rows are on their way. Keep this page open." />}
            value={stage.count === 0 ? 0 : (stage.sent / stage.count) * 100}
            valueLabel={
              stage.count === 0
                ? i18n.t({ id: "roster.reading", message: "Reading" })
                : i18n.t({
                    id: "roster.ofRows",
                    message: "{done} of {count} rows",
                    values: { done: format.number(stage.sent), count: format.number(stage.count) },
                  })
            }
          />
        </div>
      )}
    </div>
  );
}
