import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { FileArchive } from "lucide-react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { useCommand } from "#src/lib/useCommand.ts";
import { Button } from "#src/ui/Button.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";
import { CopyList } from "./CopyList.tsx";
import { GiveOutsideDialog, type Sharing } from "./GiveOutsideDialog.tsx";

/** Copies of one child's record to take away: what they hold, those that were made, and making one. */
export function RecordCopies({
  studentId,
  audience,
  sharing = () => null,
}: {
  studentId: Id<"students">;
  audience: "team" | "family";
  sharing?: Sharing;
}) {
  const { i18n } = useLingui();
  const copies = useQuery(api.exports.children.list, { studentId });
  const start = useCommand(api.exports.children.start);
  const give = useCommand(api.exports.children.start, { showsProblem: false });
  const download = useCommand(api.exports.children.download);
  const [isAsking, setIsAsking] = useState(false);
  if (copies === undefined) {
    return <SkeletonRows label={i18n.t({ id: "copy.loading", message: "Loading the copies" })} rows={3} />;
  }
  const isMaking = copies.some(({ status }) => status === "building");
  const fetchPart = async (exportId: Id<"childExports">, part: number) => {
    const outcome = await download({ studentId, exportId, part });
    if (outcome.isDone) window.location.assign(outcome.value.path);
  };
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-wrap gap-3">
        <Button
          kind="primary"
          size={audience === "family" ? "large" : undefined}
          isPending={isMaking || start.isPending}
          onPress={() => void start({ studentId })}
        >
          <FileArchive aria-hidden size={18} strokeWidth={1.75} />
          <Trans id="copy.make" message="Make a copy" />
        </Button>
        {audience === "team" && (
          <Button isPending={isMaking || give.isPending} onPress={() => setIsAsking(true)}>
            <Trans id="copy.makeFor" message="Make one for somebody outside" />
          </Button>
        )}
      </div>
      <CopyList
        copies={copies}
        onFetch={(copy, part) => void fetchPart(copy.exportId as Id<"childExports">, part)}
      />
      {isAsking && (
        <GiveOutsideDialog
          onClose={() => setIsAsking(false)}
          onGive={(givenTo) => give({ studentId, givenTo })}
          sharing={sharing}
        />
      )}
    </div>
  );
}
