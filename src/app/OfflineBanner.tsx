import { Trans } from "@lingui/react";
import { useMe } from "#src/lib/me.ts";
import { useConnection } from "#src/lib/useConnection.ts";
import { Banner } from "#src/ui/Banner.tsx";

/** Stays while the server is away; says what still works and what waits. */
export function OfflineBanner() {
  const { connection, hasWaitingChanges } = useConnection();
  const { audience } = useMe();
  if (connection === "online") return null;
  return (
    <div data-screen-only className="mb-4">
      <Banner tone="attention" announce title={<Trans id="offline.title" message="You are offline" />}>
        {audience === "family" ? (
          <Trans
            id="offline.reading"
            message="You can go on reading what is open. It is brought up to date as soon as the connection is back."
          />
        ) : hasWaitingChanges ? (
          <Trans
            id="offline.waiting"
            message="What you changed is kept on this device and is sent as soon as the connection is back. You can go on writing and logging."
          />
        ) : (
          <Trans
            id="offline.advice"
            message="You can go on reading, writing and logging what is open. It is sent as soon as the connection is back."
          />
        )}
      </Banner>
    </div>
  );
}
