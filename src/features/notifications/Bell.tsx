import { useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { Bell as BellIcon } from "lucide-react";
import { Button, Dialog, DialogTrigger, Popover } from "react-aria-components";
import { api } from "#convex/_generated/api.js";
import { classNames } from "#src/ui/classNames.ts";
import { popoverStyle } from "#src/ui/popoverStyle.ts";
import { AlertList } from "./AlertList.tsx";

const MOST_SHOWN = 99;

/** What I should know at once: how many alerts I have not read, and the list behind it. */
export function Bell() {
  const { i18n } = useLingui();
  const count = useQuery(api.notifications.alerts.countUnread, {}) ?? 0;
  const label =
    count === 0
      ? i18n.t({ id: "alerts.title", message: "Alerts" })
      : i18n.t({ id: "alerts.unreadCount", message: "Alerts, {count} unread", values: { count } });
  return (
    <DialogTrigger>
      <Button
        aria-label={label}
        className="target relative flex size-9 items-center justify-center rounded hover:bg-hover"
      >
        <BellIcon aria-hidden size={20} strokeWidth={1.75} />
        {count > 0 && (
          <span
            aria-hidden
            className="absolute -end-0.5 -top-0.5 min-w-5 rounded-full bg-danger px-1 text-center text-13 leading-5 font-semibold text-paper tabular"
          >
            {count > MOST_SHOWN ? `${MOST_SHOWN}+` : count}
          </span>
        )}
      </Button>
      <Popover
        placement="bottom end"
        className={classNames(popoverStyle, "w-[min(24rem,calc(100vw-1.5rem))]")}
      >
        <Dialog aria-label={i18n.t({ id: "alerts.title", message: "Alerts" })} className="outline-none">
          {({ close }) => <AlertList onLeave={close} />}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
