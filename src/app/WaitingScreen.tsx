import { useLingui } from "@lingui/react";
import { Loading } from "#src/ui/Skeleton.tsx";

/** The whole page is on its way; quick answers never show it. */
export function WaitingScreen({ sentence }: { sentence?: string | undefined }) {
  const { i18n } = useLingui();
  return (
    <main className="grid min-h-dvh place-items-center p-6">
      <h1 className="sr-only">OpenIEP</h1>
      <Loading label={i18n.t({ id: "waiting.label", message: "Opening OpenIEP" })}>
        <p className="text-center text-ink-3">
          {sentence ?? i18n.t({ id: "waiting.opening", message: "Opening…" })}
        </p>
      </Loading>
    </main>
  );
}
