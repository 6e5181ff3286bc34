import { Trans } from "@lingui/react";

/** The first stop of the Tab key: past the navigation. */
export function SkipLink() {
  return (
    <a
      href="#content"
      className="sr-only z-50 rounded bg-raised px-4 py-3 font-semibold focus:not-sr-only focus:fixed focus:inset-s-2 focus:top-2"
    >
      <Trans id="skip.content" message="Skip to content" />
    </a>
  );
}
