import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { FileArchive } from "lucide-react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { useMyOrganization } from "#src/lib/me.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";
import { CopyList } from "./CopyList.tsx";

/** Copies of everything that the organization holds. */
export function OrganizationCopies() {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const copies = useQuery(api.exports.organizations.list, { organizationId });
  const start = useCommand(api.exports.organizations.start);
  const resume = useCommand(api.exports.organizations.resume);
  const download = useCommand(api.exports.organizations.download);
  const isMaking = copies?.some(({ status }) => status === "building") ?? false;
  const fetchPart = async (exportId: Id<"organizationExports">, part: number) => {
    const outcome = await download({ organizationId, exportId, part });
    if (outcome.isDone) window.location.assign(outcome.value.path);
  };
  return (
    <Card
      title={<Trans id="copy.organization" message="A copy of everything" />}
      actions={
        <Button
          kind="primary"
          isPending={isMaking || start.isPending}
          onPress={() => void start({ organizationId })}
        >
          <FileArchive aria-hidden size={18} strokeWidth={1.75} />
          <Trans id="copy.make" message="Make a copy" />
        </Button>
      }
    >
      <p className="mb-4 max-w-prose text-ink-2">
        <Trans
          id="copy.organizationLead"
          message="Every record, text and file, in parts that another OpenIEP, or Convex itself, can take in. It holds every child: keep it as you keep the records themselves."
        />
      </p>
      <p className="mb-4 max-w-prose text-ink-2">
        <Trans
          id="copy.organizationWithout"
          message="What does not come along: passwords and devices, so people are invited back under the same addresses; mail and open invitations; records that people have of other organizations; and the key that opens sealed fields there. What is sealed is in the copy in the open, beside its envelope."
        />
      </p>
      {copies === undefined ? (
        <SkeletonRows label={i18n.t({ id: "copy.loading", message: "Loading the copies" })} rows={3} />
      ) : (
        <CopyList
          copies={copies}
          onFetch={(copy, part) => void fetchPart(copy.exportId as Id<"organizationExports">, part)}
          onResume={(copy) =>
            void resume({ organizationId, exportId: copy.exportId as Id<"organizationExports"> })
          }
        />
      )}
    </Card>
  );
}
