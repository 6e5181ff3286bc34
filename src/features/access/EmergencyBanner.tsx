import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { format } from "#src/lib/format.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Banner } from "#src/ui/Banner.tsx";
import { Button } from "#src/ui/Button.tsx";

/** On every page of the child while somebody reads it in an emergency: who, until when, and the way to end it. */
export function EmergencyBanner({ studentId }: { studentId: Id<"students"> }) {
  const { i18n } = useLingui();
  const running = useQuery(api.access.emergencies.listRunning, { studentId });
  const end = useCommand(api.access.emergencies.end, {
    done: i18n.t({ id: "emergency.ended", message: "Emergency access ended" }),
  });
  if (running === undefined || running.length === 0) return null;
  return (
    <div data-screen-only className="mb-4 flex flex-col gap-2">
      {running.map(({ emergencyAccessId, personName, isMine, mayEnd, endsAt }) => (
        <Banner
          key={emergencyAccessId}
          tone="danger"
          announce
          title={
            isMine ? (
              <Trans id="emergency.mine" message="You read this record in an emergency" />
            ) : (
              <Trans
                id="emergency.theirs"
                message="{name} reads this record in an emergency"
                values={{ name: personName }}
              />
            )
          }
          actions={
            mayEnd && (
              <Button
                size="small"
                isPending={end.isPending}
                onPress={() => void end({ studentId, emergencyAccessId })}
              >
                <Trans id="emergency.end" message="End it now" />
              </Button>
            )
          }
        >
          {isMine ? (
            <Trans
              id="emergency.mineAdvice"
              message="Until {end}. You can read and change nothing. It is on record, and the family sees it."
              values={{ end: format.instant(endsAt) }}
            />
          ) : (
            <Trans
              id="emergency.theirsAdvice"
              message="Until {end}. They can read and change nothing. It is on record, and the family sees it."
              values={{ end: format.instant(endsAt) }}
            />
          )}
        </Banner>
      ))}
    </div>
  );
}
