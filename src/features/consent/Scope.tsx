import { Trans } from "@lingui/react";

/** What exactly it is about, in the school's words, and who would be told. */
export function Scope({ scope, recipient }: { scope: string; recipient: string | null }) {
  return (
    <blockquote className="mt-3 border-s-4 border-edge ps-3 text-start">
      <p dir="auto">{scope}</p>
      {recipient !== null && (
        <p className="text-ink-2">
          <Trans id="consent.recipient" message="Told to: {recipient}" values={{ recipient }} />
        </p>
      )}
    </blockquote>
  );
}
