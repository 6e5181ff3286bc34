import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import { useCommand } from "#src/lib/useCommand.ts";
import { DateField } from "#src/ui/DateField.tsx";
import { EpisodeForm, useEpisodeForm } from "./episodeForm.tsx";
import type { EpisodeAct } from "./LeaveStatus.tsx";

/** A planned last day moves, or goes away. */
export function ExtendStatus({ studentId, episode, onDone }: EpisodeAct) {
  const { i18n } = useLingui();
  const [endsOn, setEndsOn] = useState("");
  const extend = useCommand(api.status.episodes.extend, {
    showsProblem: false,
    done: i18n.t({ id: "status.extended", message: "Status extended" }),
  });
  const { episodeId } = episode;
  const until = endsOn === "" ? {} : { endsOn };
  const form = useEpisodeForm(() => extend({ studentId, episodeId, ...until }), onDone);
  return (
    <EpisodeForm form={form} submitLabel={<Trans id="status.extend" message="Extend" />}>
      <DateField
        name="endsOn"
        label={<Trans id="status.newLastDay" message="New last day" />}
        optional={<Trans id="form.optional" message="(optional)" />}
        hint={<Trans id="status.newLastDayHint" message="Left empty, it goes on until further notice." />}
        value={endsOn}
        onChange={setEndsOn}
      />
    </EpisodeForm>
  );
}
