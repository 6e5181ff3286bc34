import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { BellOff } from "lucide-react";
import { api } from "#convex/_generated/api.js";
import { placeOf } from "#convex/notifications/rules/places.ts";
import { format } from "#src/lib/format.ts";
import { useMe } from "#src/lib/me.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Button } from "#src/ui/Button.tsx";
import { EmptyState } from "#src/ui/EmptyState.tsx";
import { PlainLink } from "#src/ui/Link.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";
import { type Alert, alertSentence } from "./alertWords.ts";

/** The latest alerts; following one marks it as read. */
export function AlertList({ onLeave }: { onLeave: () => void }) {
  const { i18n } = useLingui();
  const alerts = useQuery(api.notifications.alerts.list, {});
  const markRead = useCommand(api.notifications.alerts.markRead, {
    optimistic: (store, { alertId }) => {
      const shown = store.getQuery(api.notifications.alerts.list, {});
      if (!shown) return;
      const read = shown.map((alert) =>
        alertId === undefined || alert.alertId === alertId ? { ...alert, isRead: true } : alert,
      );
      store.setQuery(api.notifications.alerts.list, {}, read);
      const unread = read.filter(({ isRead }) => !isRead).length;
      store.setQuery(api.notifications.alerts.countUnread, {}, unread);
    },
  });
  if (alerts === undefined) {
    return (
      <div className="p-4">
        <SkeletonRows label={i18n.t({ id: "alerts.loading", message: "Loading the alerts" })} rows={3} />
      </div>
    );
  }
  if (alerts.length === 0) {
    return (
      <EmptyState icon={BellOff} title={<Trans id="alerts.none" message="No alerts" />}>
        <Trans id="alerts.noneAdvice" message="What cannot wait shows here." />
      </EmptyState>
    );
  }
  return (
    <>
      <header className="flex items-center justify-between gap-3 border-b border-hairline px-4 py-2">
        <h2 className="text-16">
          <Trans id="alerts.title" message="Alerts" />
        </h2>
        <Button
          kind="quiet"
          size="small"
          isDisabled={alerts.every(({ isRead }) => isRead)}
          onPress={() => void markRead({})}
        >
          <Trans id="alerts.markAll" message="Mark all as read" />
        </Button>
      </header>
      <ul className="max-h-[60dvh] divide-y divide-hairline overflow-y-auto">
        {alerts.map((alert) => (
          <Line
            key={alert.alertId}
            alert={alert}
            onOpen={() => {
              if (!alert.isRead) void markRead({ alertId: alert.alertId });
              onLeave();
            }}
          />
        ))}
      </ul>
    </>
  );
}

function Line({ alert, onOpen }: { alert: Alert; onOpen: () => void }) {
  const { audience } = useMe();
  const href = placeOf({ ...alert, audience });
  const words = (
    <>
      <span aria-hidden className={alert.isRead ? "size-2" : "mt-2 size-2 shrink-0 rounded-full bg-accent"} />
      <span className="min-w-0">
        <span className={alert.isRead ? "block text-ink-2" : "block font-semibold"}>
          {!alert.isRead && (
            <span className="sr-only">
              <Trans id="alerts.unread" message="Unread:" />{" "}
            </span>
          )}
          {alertSentence(alert)}
        </span>
        <span className="block text-14 text-ink-3">{format.instant(alert.at)}</span>
      </span>
    </>
  );
  return (
    <li>
      {href === null ? (
        <div className="flex items-start gap-3 px-4 py-3">{words}</div>
      ) : (
        <PlainLink href={href} onPress={onOpen} className="flex items-start gap-3 px-4 py-3 hover:bg-hover">
          {words}
        </PlainLink>
      )}
    </li>
  );
}
