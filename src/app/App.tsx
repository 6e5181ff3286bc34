import { i18n } from "@lingui/core";
import { I18nProvider, useLingui } from "@lingui/react";
import { RouterProvider } from "@tanstack/react-router";
import { ConvexProviderWithAuth } from "convex/react";
import { I18nProvider as AriaLanguage, RouterProvider as AriaRouter } from "react-aria-components";
import { convexClient } from "#src/lib/convexClient.ts";
import { directionOf } from "#src/lib/language.ts";
import { useSession } from "#src/lib/useSession.ts";
import { Toasts } from "#src/ui/Toasts.tsx";
import { PasswordGate } from "./PasswordGate.tsx";
import { router } from "./routes.tsx";

/** What every screen stands on: language, links, the live connection with its session, toasts. */
export function App() {
  return (
    <I18nProvider i18n={i18n}>
      <Foundations />
    </I18nProvider>
  );
}

function Foundations() {
  const { i18n } = useLingui();
  return (
    <AriaLanguage locale={i18n.locale}>
      <AriaRouter navigate={(href) => void router.navigate({ href })}>
        <ConvexProviderWithAuth client={convexClient} useAuth={useSession}>
          <RouterProvider router={router} />
          <PasswordGate />
        </ConvexProviderWithAuth>
        <Toasts
          label={i18n.t({ id: "toasts.label", message: "Messages" })}
          direction={directionOf(i18n.locale)}
        />
      </AriaRouter>
    </AriaLanguage>
  );
}
