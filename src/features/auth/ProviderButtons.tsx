import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import { authRoutes } from "#src/lib/authRoutes.ts";
import { Banner } from "#src/ui/Banner.tsx";
import { Button } from "#src/ui/Button.tsx";

/** A button for each service that one can sign in with here; nothing where there is none. */
export function ProviderButtons({ next }: { next: string }) {
  const { i18n } = useLingui();
  const providers = useQuery(api.people.providers.list);
  const [leaving, setLeaving] = useState<string | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  if (!providers || providers.length === 0) return null;
  const enter = async (providerId: string) => {
    setLeaving(providerId);
    setHasFailed(false);
    const { data } = await authRoutes.enterThrough(providerId, next);
    if (data) return window.location.assign(data.url);
    setLeaving(null);
    setHasFailed(true);
  };
  return (
    <div className="mt-6 border-t border-hairline pt-5">
      {hasFailed && (
        <div className="mb-4">
          <Banner tone="danger" announce>
            <Trans
              id="auth.problem.unreachable"
              message="The server did not answer as expected. Try again in a moment."
            />
          </Banner>
        </div>
      )}
      <ul
        className="flex flex-col gap-2"
        aria-label={i18n.t({ id: "providers.label", message: "Other ways to sign in" })}
      >
        {providers.map(({ providerId, name }) => (
          <li key={providerId}>
            <Button
              className="w-full"
              size="large"
              isPending={leaving === providerId}
              onPress={() => void enter(providerId)}
            >
              <Trans id="providers.enter" message="Sign in with {name}" values={{ name }} />
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
