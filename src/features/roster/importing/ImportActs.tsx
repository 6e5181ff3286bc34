import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import { useMyOrganization } from "#src/lib/me.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Banner } from "#src/ui/Banner.tsx";
import { Button } from "#src/ui/Button.tsx";
import { ConfirmDialog } from "#src/ui/ConfirmDialog.tsx";
import type { Import } from "../words/rosterWords.ts";
import { ApplyImport } from "./ApplyImport.tsx";
import { countOf } from "./countOf.ts";
import { useStillness } from "./useStillness.ts";

/** What can be done with an import where it stands. */
export function ImportActs({ import: found }: { import: Import }) {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const [isAsking, setIsAsking] = useState(false);
  const { importId, status } = found;
  const args = { organizationId, importId };
  const stop = useCommand(api.roster.imports.stop);
  const resume = useCommand(api.roster.imports.resume);
  const leave = useCommand(api.roster.imports.leave);
  const discard = useCommand(api.roster.imports.discard, {
    done: i18n.t({ id: "roster.discarded", message: "Import discarded. Nothing was changed." }),
  });
  const undo = useCommand(api.roster.imports.undo);
  const isStill = useStillness(found);
  const applied = found.results.applied ?? 0;
  const kept = found.results.kept ?? 0;
  const refused = found.results.refused ?? 0;

  const undoButton = (
    <Button kind="secondary" onPress={() => setIsAsking(true)}>
      <Trans id="roster.undo" message="Take this import back" />
    </Button>
  );
  const discardButton = (
    <Button kind="quiet" isPending={discard.isPending} onPress={() => void discard(args)}>
      <Trans id="roster.discard" message="Discard" />
    </Button>
  );
  return (
    <>
      {status === "staging" && (
        <Banner
          tone="attention"
          title={<Trans id="roster.broken" message="The upload was broken off" />}
          actions={discardButton}
        >
          <Trans
            id="roster.brokenAdvice"
            message="{staged} of {expected} rows have arrived. Choose the same files again to go on after them."
            values={{ staged: found.staged, expected: found.expected }}
          />
        </Banner>
      )}
      {status === "checked" && <ApplyImport import={found} discard={discardButton} />}
      {(status === "checking" || status === "applying" || status === "undoing") && (
        <div className="flex flex-wrap gap-3">
          {isStill && (
            <Button kind="primary" isPending={resume.isPending} onPress={() => void resume(args)}>
              <Trans id="roster.wake" message="It has stood still for a while: go on" />
            </Button>
          )}
          <Button kind="secondary" isPending={stop.isPending} onPress={() => void stop(args)}>
            <Trans id="roster.stop" message="Stop" />
          </Button>
        </div>
      )}
      {status === "stopped" && (
        <div className="flex flex-wrap gap-3">
          <Button kind="primary" isPending={resume.isPending} onPress={() => void resume(args)}>
            <Trans id="roster.resume" message="Go on" />
          </Button>
          {applied > 0 && undoButton}
          {applied > 0 ? (
            <Button kind="quiet" isPending={leave.isPending} onPress={() => void leave(args)}>
              <Trans id="roster.leave" message="Leave it as it is" />
            </Button>
          ) : (
            discardButton
          )}
        </div>
      )}
      {status === "applied" && (
        <Banner
          tone={refused > 0 ? "attention" : "good"}
          announce
          title={
            <Trans
              id="roster.applied"
              message="{count, plural, =0 {Nothing had to change} one {# row is applied} other {# rows are applied}}"
              values={{ count: applied }}
            />
          }
        >
          {refused > 0 && (
            <Trans
              id="roster.refused"
              message="{count, plural, one {# row was} other {# rows were}} changed by somebody after the check and left alone."
              values={{ count: refused }}
            />
          )}
          {refused === 0 && countOf(found.counts, "error") > 0 && (
            <Trans
              id="roster.leftOut"
              message="{count, plural, one {# row with an error was} other {# rows with errors were}} left out. Correct them and import them again."
              values={{ count: countOf(found.counts, "error") }}
            />
          )}
        </Banner>
      )}
      {status === "applied" && applied > 0 && !found.isCleared && <div>{undoButton}</div>}
      {status === "undone" && (
        <Banner
          tone={kept > 0 ? "attention" : "information"}
          announce
          title={
            <Trans
              id="roster.undone"
              message="{count, plural, one {# row is} other {# rows are}} as before the import"
              values={{ count: found.results.undone ?? 0 }}
            />
          }
        >
          {kept > 0 && (
            <Trans
              id="roster.kept"
              message="{count, plural, one {# row stays: somebody has} other {# rows stay: people have}} worked with it since. Below you see which."
              values={{ count: kept }}
            />
          )}
        </Banner>
      )}
      <ConfirmDialog
        title={i18n.t({ id: "roster.undo.title", message: "Take this import back?" })}
        confirmLabel={i18n.t({ id: "roster.undo", message: "Take this import back" })}
        cancelLabel={i18n.t({ id: "action.cancel", message: "Cancel" })}
        isDangerous
        isOpen={isAsking}
        onConfirm={() => void undo(args)}
        onClose={() => setIsAsking(false)}
      >
        <Trans
          id="roster.undo.advice"
          message="What it changed becomes as it was, students whom it added are removed, and invitations are revoked. What people have worked with since stays."
        />
      </ConfirmDialog>
    </>
  );
}
