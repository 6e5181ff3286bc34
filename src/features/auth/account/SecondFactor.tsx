import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import { authRoutes, sessionChanged } from "#src/lib/authRoutes.ts";
import { useMe } from "#src/lib/me.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { toastDone } from "#src/ui/Toasts.tsx";
import { AskPassword } from "./AskPassword.tsx";
import { BackupCodes } from "./BackupCodes.tsx";
import { SetUpCodes } from "./SetUpCodes.tsx";

type Act = "setUp" | "renew" | "stop";

/** The second step at sign-in: off, being set up, or on; also when that changes in another window. */
export function SecondFactor() {
  const { me } = useMe();
  const isOn = me?.person.hasSecondFactor ?? false;
  // What was begun while it was off, and the codes that were shown while it was on, end with that.
  return <SecondStep key={String(isOn)} isOn={isOn} />;
}

function SecondStep({ isOn }: { isOn: boolean }) {
  const { i18n } = useLingui();
  const trusted = useQuery(api.people.trustedBrowsers.count);
  const forget = useCommand(api.people.trustedBrowsers.forget, {
    done: i18n.t({ id: "secondFactor.forgotten", message: "Every browser asks for a code again" }),
  });
  const [act, setAct] = useState<Act | null>(null);
  const [renewed, setRenewed] = useState<readonly string[] | null>(null);
  const close = () => setAct(null);
  return (
    <Card
      title={
        <span className="flex flex-wrap items-center gap-2">
          <Trans id="secondFactor.title" message="Second step at sign-in" />
          {isOn && (
            <Badge tone="good">
              <Trans id="secondFactor.on" message="On" />
            </Badge>
          )}
        </span>
      }
    >
      <p className="max-w-prose text-ink-2">
        <Trans
          id="secondFactor.explanation"
          message="Besides your password, signing in asks for a code from an app on your phone. Whoever learns your password still cannot get in."
        />
      </p>
      {!isOn && act === null && (
        <Button className="mt-4" onPress={() => setAct("setUp")}>
          <Trans id="secondFactor.setUp" message="Set up" />
        </Button>
      )}
      {!isOn && act === "setUp" && (
        <div className="mt-5">
          <SetUpCodes onCancel={close} onDone={close} />
        </div>
      )}
      {isOn && act === null && (
        <div className="mt-4 flex flex-wrap gap-2">
          <Button onPress={() => setAct("renew")}>
            <Trans id="secondFactor.renew" message="New backup codes" />
          </Button>
          {trusted !== undefined && trusted > 0 && (
            <Button isPending={forget.isPending} onPress={() => void forget({})}>
              <Trans
                id="secondFactor.forget"
                message="{count, plural, one {Forget # trusted browser} other {Forget # trusted browsers}}"
                values={{ count: trusted }}
              />
            </Button>
          )}
          <Button kind="quiet" onPress={() => setAct("stop")}>
            <Trans id="secondFactor.stop" message="Turn off" />
          </Button>
        </div>
      )}
      {isOn && act === "renew" && (
        <div className="mt-5">
          <AskPassword
            actLabel={i18n.t({ id: "secondFactor.renew", message: "New backup codes" })}
            onCancel={close}
            act={async (password) => {
              const { data, error } = await authRoutes.renewBackupCodes(password);
              if (data) {
                setRenewed(data.backupCodes);
                close();
              }
              return error;
            }}
          />
        </div>
      )}
      {isOn && act === "stop" && (
        <div className="mt-5">
          <AskPassword
            actLabel={i18n.t({ id: "secondFactor.stop", message: "Turn off" })}
            onCancel={close}
            act={async (password) => {
              const { error } = await authRoutes.stopCodes(password);
              if (!error) {
                sessionChanged();
                close();
                toastDone(
                  i18n.t({ id: "secondFactor.stopped", message: "Signing in asks for your password only" }),
                );
              }
              return error;
            }}
          />
        </div>
      )}
      {isOn && renewed !== null && (
        <div className="mt-5">
          <BackupCodes codes={renewed} />
          <Button className="mt-4" onPress={() => setRenewed(null)}>
            <Trans id="backupCodes.kept" message="I have kept them" />
          </Button>
        </div>
      )}
    </Card>
  );
}
