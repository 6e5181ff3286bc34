import { Trans, useLingui } from "@lingui/react";
import { Navigate, useRouter } from "@tanstack/react-router";
import { paths } from "#src/lib/paths.ts";
import { readProblem } from "#src/lib/problems.ts";
import { ErrorState } from "#src/ui/ErrorState.tsx";
import { usePageTitle } from "#src/ui/usePageTitle.ts";
import { Ended } from "./Ended.tsx";
import { NotFound } from "./NotFound.tsx";

/** Begins anew: what failed stays failed on a page that is not left. */
const goHome = () => window.location.assign("/");

/** What a page shows instead of itself when it cannot be shown: not found, signed out, or our fault. */
export function Problem({ error, reset }: { error: unknown; reset: () => void }) {
  const { i18n } = useLingui();
  const router = useRouter();
  const { code, params } = readProblem(error);
  const isForeign = code === "not_found" || code === "not_allowed";
  usePageTitle(isForeign ? undefined : i18n.t({ id: "error.title", message: "Something went wrong" }));
  if (isForeign) return <NotFound />;
  // An old address of a record that became part of another leads to that one.
  if (code === "record_merged") return <Navigate to={paths.student(String(params?.studentId))} replace />;
  if (code === "not_signed_in") return <Ended onStillIn={goHome} />;
  return (
    <div className="py-10">
      <h1 className="sr-only">
        <Trans id="error.title" message="Something went wrong" />
      </h1>
      <ErrorState
        title={<Trans id="error.heading" message="This page could not be shown" />}
        retryLabel={i18n.t({ id: "error.retry", message: "Try again" })}
        onRetry={() => {
          reset();
          void router.invalidate();
        }}
        details={error instanceof Error ? error.message : String(error)}
        detailsLabel={i18n.t({ id: "error.details", message: "Details for support" })}
      >
        <Trans
          id="error.advice"
          message="It is our fault, not yours. What you had written is kept. Try again; if it stays, send the details to support."
        />
      </ErrorState>
    </div>
  );
}
