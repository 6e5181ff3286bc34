import { Trans, useLingui } from "@lingui/react";
import { Compass } from "lucide-react";
import { paths } from "#src/lib/paths.ts";
import { EmptyState } from "#src/ui/EmptyState.tsx";
import { LinkButton } from "#src/ui/Link.tsx";
import { usePageTitle } from "#src/ui/usePageTitle.ts";

/** No such page, no such record, or somebody else's record: all three look the same on purpose. */
export function NotFound() {
  const { i18n } = useLingui();
  usePageTitle(i18n.t({ id: "notFound.title", message: "Page not found" }));
  return (
    <div className="py-10">
      <h1 className="sr-only">
        <Trans id="notFound.title" message="Page not found" />
      </h1>
      <EmptyState
        icon={Compass}
        title={<Trans id="notFound.heading" message="There is nothing here for you" />}
        action={
          <LinkButton href={paths.home} kind="primary">
            <Trans id="notFound.home" message="Go to your home page" />
          </LinkButton>
        }
      >
        <Trans
          id="notFound.advice"
          message="The address may be wrong, or the page may not be shared with you. If you followed a link, ask the person who sent it."
        />
      </EmptyState>
    </div>
  );
}
