import { Trans, useLingui } from "@lingui/react";
import { readProblem, sentenceOf } from "#src/lib/problems.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Button } from "#src/ui/Button.tsx";
import { toastProblem } from "#src/ui/Toasts.tsx";
import { Checkpoints } from "./Checkpoints.tsx";
import { useChainCheck } from "./useChainCheck.ts";

/** Checks the whole trail while one looks: a changed, removed or inserted entry shows. */
export function ChainCheck() {
  const { i18n } = useLingui();
  const { check, progress, verdict } = useChainCheck();
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span role="status" className="empty:absolute">
        {verdict !== null &&
          (verdict.brokenAt === null ? (
            <Badge tone="good">
              <Trans
                id="audit.intact"
                message="{count, plural, one {# entry} other {# entries}} checked, nothing altered"
                values={{ count: verdict.checked }}
              />
            </Badge>
          ) : (
            <Badge tone="danger">
              <Trans
                id="audit.broken"
                message="Altered at entry {number}"
                values={{ number: verdict.brokenAt }}
              />
            </Badge>
          ))}
      </span>
      {progress !== null && (
        <progress
          className="w-32 accent-accent"
          aria-label={i18n.t({ id: "audit.checking", message: "Checking the trail" })}
          value={progress.checked}
          max={progress.of}
        />
      )}
      <Checkpoints check={check} />
      <Button
        kind="primary"
        isPending={progress !== null}
        onPress={() => void check().catch((error: unknown) => toastProblem(sentenceOf(readProblem(error))))}
      >
        <Trans id="audit.check" message="Check the trail" />
      </Button>
    </div>
  );
}
