import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { format } from "#src/lib/format.ts";
import { useMyOrganization } from "#src/lib/me.ts";
import { paths } from "#src/lib/paths.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Link } from "#src/ui/Link.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";
import { statusTones, statusWord } from "../words/rosterWords.ts";
import { Counts } from "./Counts.tsx";
import { ImportActs } from "./ImportActs.tsx";
import { RowList } from "./RowList.tsx";
import { StepProgress } from "./StepProgress.tsx";

/** One import, live: where it stands, what can be done with it now, and its rows. */
export function ImportCourse({ importId }: { importId: Id<"imports"> }) {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const found = useQuery(api.roster.imports.get, { organizationId, importId });
  if (found === undefined) {
    return <SkeletonRows label={i18n.t({ id: "roster.import.loading", message: "Loading the import" })} />;
  }
  const hasRows = !found.isCleared && found.status !== "staging" && found.status !== "discarded";
  return (
    <div className="flex flex-col gap-6">
      <header className="flex flex-col gap-1">
        <p className="text-14">
          <Link href={paths.imports}>
            <Trans id="roster.import.back" message="All imports" />
          </Link>
        </p>
        <div className="flex flex-wrap items-center gap-3">
          <h2 className="text-23">
            <Trans
              id="roster.import.title"
              message="Import from {source}"
              values={{ source: found.source }}
            />
          </h2>
          <Badge tone={statusTones[found.status]}>{statusWord(found.status)}</Badge>
        </div>
        <p className="text-14 text-ink-3">
          <Trans
            id="roster.import.facts"
            message="{who}, {when}: {files}"
            values={{
              who: found.startedByName,
              when: format.instant(found.startedAt),
              files: format.list(found.fileNames),
            }}
          />
        </p>
      </header>
      <StepProgress import={found} />
      <ImportActs import={found} />
      {hasRows && <Counts counts={found.counts} />}
      {hasRows && <RowList import={found} />}
    </div>
  );
}
