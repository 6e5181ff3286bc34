import { useLingui } from "@lingui/react";
import { Copy, X } from "lucide-react";
import { Banner } from "#src/ui/Banner.tsx";
import { Button } from "#src/ui/Button.tsx";
import type { DraftSession } from "../sync/draftSession.ts";
import { useLostWords } from "../sync/useDraftSession.ts";

/** Words that found no place any more, for example because their paragraph was deleted meanwhile: to be pasted. */
export function LostWords({ session }: { session: DraftSession }) {
  const { i18n } = useLingui();
  const words = useLostWords(session);
  if (!words) return null;
  return (
    <Banner
      tone="attention"
      announce
      title={i18n.t({ id: "draft.lostTitle", message: "These words of yours are not in the text" })}
    >
      <p>
        {i18n.t({
          id: "draft.lostReason",
          message:
            "Somebody changed that place at the same moment. Copy them and paste them where they belong.",
        })}
      </p>
      <p dir="auto" className="my-2 border-s-2 border-attention ps-3 whitespace-pre-wrap">
        {words}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button size="small" onPress={() => void navigator.clipboard.writeText(words)}>
          <Copy aria-hidden size={16} strokeWidth={1.75} />
          {i18n.t({ id: "draft.lostCopy", message: "Copy" })}
        </Button>
        <Button size="small" kind="quiet" onPress={() => session.dismissLostWords()}>
          <X aria-hidden size={16} strokeWidth={1.75} />
          {i18n.t({ id: "draft.lostDismiss", message: "I have them" })}
        </Button>
      </div>
    </Banner>
  );
}
