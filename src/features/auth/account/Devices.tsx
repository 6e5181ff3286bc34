import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import type { FunctionReturnType } from "convex/server";
import { Laptop, Smartphone, Tablet } from "lucide-react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import { format } from "#src/lib/format.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { ConfirmDialog } from "#src/ui/ConfirmDialog.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";

type Device = FunctionReturnType<typeof api.people.devices.list>[number];

const icons = { computer: Laptop, phone: Smartphone, tablet: Tablet } as const;

/** Where I am signed in, and how to end that where I am not. */
export function Devices() {
  const { i18n } = useLingui();
  const devices = useQuery(api.people.devices.list);
  const revokeOthers = useCommand(api.people.devices.revokeOthers, {
    done: i18n.t({ id: "devices.othersRevoked", message: "Signed out everywhere else" }),
  });
  const [isAsking, setIsAsking] = useState(false);
  return (
    <Card
      title={<Trans id="devices.title" message="Where you are signed in" />}
      actions={
        devices &&
        devices.length > 1 && (
          <Button size="small" isPending={revokeOthers.isPending} onPress={() => setIsAsking(true)}>
            <Trans id="devices.revokeOthers" message="Sign out everywhere else" />
          </Button>
        )
      }
    >
      {devices ? (
        <ul className="-my-1 divide-y divide-hairline">
          {devices.map((device) => (
            <DeviceLine key={device.deviceId} device={device} />
          ))}
        </ul>
      ) : (
        <SkeletonRows label={i18n.t({ id: "devices.loading", message: "Loading your devices" })} />
      )}
      <ConfirmDialog
        title={i18n.t({ id: "devices.revokeOthers.title", message: "Sign out everywhere else?" })}
        confirmLabel={i18n.t({ id: "devices.revokeOthers", message: "Sign out everywhere else" })}
        cancelLabel={i18n.t({ id: "action.cancel", message: "Cancel" })}
        isOpen={isAsking}
        onConfirm={() => void revokeOthers({})}
        onClose={() => setIsAsking(false)}
      >
        <Trans
          id="devices.revokeOthers.advice"
          message="Open pages on your other devices close at once. What was written there and not sent yet stays on that device until you sign in on it again."
        />
      </ConfirmDialog>
    </Card>
  );
}

function DeviceLine({ device }: { device: Device }) {
  const { i18n } = useLingui();
  const Icon = icons[device.kind];
  const name = nameOf(device);
  const revoke = useCommand(api.people.devices.revoke, {
    done: i18n.t({ id: "devices.revoked", message: "Signed out: {name}", values: { name } }),
    optimistic: (store, { deviceId }) => {
      const listed = store.getQuery(api.people.devices.list, {});
      if (!listed) return;
      const left = listed.filter((one) => one.deviceId !== deviceId);
      store.setQuery(api.people.devices.list, {}, left);
    },
  });
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <Icon aria-hidden size={24} strokeWidth={1.75} className="shrink-0 text-ink-3" />
      <div className="min-w-0 grow basis-48">
        <p className="flex flex-wrap items-center gap-2 font-semibold">
          {name}
          {device.isThis && (
            <Badge tone="good">
              <Trans id="devices.this" message="This device" />
            </Badge>
          )}
        </p>
        <p className="text-14 text-ink-3">
          {device.isThis ? (
            <Trans
              id="devices.since"
              message="Signed in {when}"
              values={{ when: format.instant(device.signedInAt) }}
            />
          ) : (
            <Trans
              id="devices.lastUsed"
              message="Last used about {when}"
              values={{ when: format.instant(device.lastUsedAt) }}
            />
          )}
          {device.ipAddress !== null && (
            <>
              {" · "}
              <bdi dir="ltr">{device.ipAddress}</bdi>
            </>
          )}
        </p>
      </div>
      {!device.isThis && (
        <Button
          size="small"
          aria-label={i18n.t({ id: "devices.revokeOne", message: "Sign out {name}", values: { name } })}
          onPress={() => void revoke({ deviceId: device.deviceId })}
        >
          <Trans id="devices.revoke" message="Sign out" />
        </Button>
      )}
    </li>
  );

  function nameOf({ browser, system }: Device): string {
    if (browser && system) {
      return i18n.t({ id: "devices.name", message: "{browser} on {system}", values: { browser, system } });
    }
    return browser ?? system ?? i18n.t({ id: "devices.unknown", message: "Unknown device" });
  }
}
