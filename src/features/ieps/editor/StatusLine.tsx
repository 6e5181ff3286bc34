import { i18n } from "@lingui/core";
import { useLingui } from "@lingui/react";
import { ConvexError } from "convex/values";
import { CircleCheck, CloudOff, LoaderCircle, Lock, TriangleAlert } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { format } from "#src/lib/format.ts";
import { readProblem, sentenceOf } from "#src/lib/problems.ts";
import { Button } from "#src/ui/Button.tsx";
import { classNames } from "#src/ui/classNames.ts";
import type { DraftSession } from "../sync/draftSession.ts";
import type { DraftStatus } from "../sync/draftStatus.ts";
import { useDraftStatus } from "../sync/useDraftSession.ts";

/** Spoken at most this often, in ms: somebody who types does not want to hear "Saved" at each word. */
const ANNOUNCE_EVERY_MS = 10_000;

/** Whether this text is safe, in one honest line. */
export function StatusLine({ session }: { session: DraftSession }) {
  const { i18n } = useLingui();
  const status = useDraftStatus(session);
  const sentence = statusSentence(status);
  const spoken = useSlowly(sentence);
  const { icon: Icon, className } = looks[status.kind];
  return (
    <div className={classNames("flex flex-wrap items-center gap-1.5 text-14", className)}>
      <Icon aria-hidden size={15} strokeWidth={1.75} className="shrink-0" />
      <span data-draft-status={status.kind}>{sentence}</span>
      <span role="status" className="sr-only">
        {spoken}
      </span>
      {status.kind === "failed" && (
        <>
          <Button size="small" onPress={() => session.tryAgain()}>
            {i18n.t({ id: "draft.retry", message: "Try again" })}
          </Button>
          {status.code !== "unavailable" && (
            <Button size="small" kind="quiet" onPress={() => void session.reset()}>
              {i18n.t({ id: "draft.reset", message: "Show the team’s text, keep my words aside" })}
            </Button>
          )}
        </>
      )}
    </div>
  );
}

const looks: Record<DraftStatus["kind"], { icon: typeof Lock; className: string }> = {
  saved: { icon: CircleCheck, className: "text-ink-3" },
  saving: { icon: LoaderCircle, className: "text-ink-3" },
  offline: { icon: CloudOff, className: "text-attention" },
  failed: { icon: TriangleAlert, className: "text-danger" },
  frozen: { icon: Lock, className: "text-ink-3" },
};

function statusSentence(status: DraftStatus): string {
  switch (status.kind) {
    case "saved":
      return status.at === null
        ? i18n.t({ id: "draft.upToDate", message: "Saved" })
        : i18n.t({ id: "draft.saved", message: "Saved {time}", values: { time: format.time(status.at) } });
    case "saving":
      return i18n.t({ id: "draft.saving", message: "Saving" });
    case "offline":
      return offlineSentence(status.changes, status.isKept);
    case "failed": {
      const reason =
        status.code === "unavailable"
          ? ""
          : ` ${sentenceOf(readProblem(new ConvexError({ code: status.code })))}`;
      return i18n.t({ id: "draft.failed", message: "Not saved." }) + reason;
    }
    case "frozen":
      return i18n.t({ id: "draft.frozen", message: "Closed for writing" });
  }
}

function offlineSentence(changes: number, isKept: boolean): string {
  if (changes === 0) return i18n.t({ id: "draft.offline", message: "Offline. You can go on writing." });
  return isKept
    ? i18n.t({
        id: "draft.offlineKept",
        message: "{changes, plural, one {Offline, # change kept} other {Offline, # changes kept}}",
        values: { changes },
      })
    : i18n.t({
        id: "draft.offlineUnkept",
        message:
          "{changes, plural, one {Offline, # change not saved: keep this page open} other {Offline, # changes not saved: keep this page open}}",
        values: { changes },
      });
}

/** The newest text, but changing at most every ten seconds. Empty until something has changed. */
function useSlowly(text: string): string {
  const [shown, setShown] = useState({ text: "", at: 0 });
  const first = useRef(text);
  useEffect(() => {
    if (text === shown.text || (shown.at === 0 && text === first.current)) return;
    const wait = Math.max(0, shown.at + ANNOUNCE_EVERY_MS - Date.now());
    const timer = setTimeout(() => setShown({ text, at: Date.now() }), wait);
    return () => clearTimeout(timer);
  }, [text, shown]);
  return shown.text;
}
