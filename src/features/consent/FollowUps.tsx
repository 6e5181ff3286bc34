import { Trans, useLingui } from "@lingui/react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { useCommand } from "#src/lib/useCommand.ts";
import { Banner } from "#src/ui/Banner.tsx";
import { Button } from "#src/ui/Button.tsx";
import type { Consents } from "./standing.ts";

/** What has to be done because the family took its consent to services back: the notice, then the stop. */
export function FollowUps({
  studentId,
  followUps,
  mayRecord,
}: {
  studentId: Id<"students">;
  followUps: Consents["followUps"];
  mayRecord: boolean;
}) {
  const { i18n } = useLingui();
  const complete = useCommand(api.consent.followUps.complete, {
    done: i18n.t({ id: "followUp.done", message: "On record" }),
  });
  const [next] = [...followUps].sort((a) => (a.step === "priorWrittenNotice" ? -1 : 1));
  if (!next) return null;
  return (
    <Banner
      tone="danger"
      announce
      title={<Trans id="followUp.title" message="The family took back its consent to services" />}
    >
      <p>
        {next.step === "priorWrittenNotice" ? (
          <Trans
            id="followUp.notice"
            message="No plan can take effect. Send the family a prior written notice; after it, all services stop. There is no hearing against their decision."
          />
        ) : (
          <Trans
            id="followUp.stop"
            message="The notice is sent. Stop all services now; the plan in effect ends with them, and stays readable."
          />
        )}
      </p>
      {mayRecord && (
        <div className="mt-2">
          <Button
            size="small"
            isPending={complete.isPending}
            onPress={() => void complete({ studentId, followUpId: next.followUpId })}
          >
            {next.step === "priorWrittenNotice" ? (
              <Trans id="followUp.noticeSent" message="Notice is sent" />
            ) : (
              <Trans id="followUp.servicesStopped" message="Services have stopped" />
            )}
          </Button>
        </div>
      )}
    </Banner>
  );
}
