import { useLingui } from "@lingui/react";
import { Outlet, useLocation, useRouter } from "@tanstack/react-router";
import { useConvexAuth, useQuery } from "convex/react";
import { type ReactNode, Suspense, useEffect, useLayoutEffect, useMemo, useState } from "react";
import { api } from "#convex/_generated/api.js";
import { adoptAppearance } from "#src/lib/appearance.ts";
import { holdDeviceKeys } from "#src/lib/deviceKeys.ts";
import { useDevicePreference } from "#src/lib/devicePreference.ts";
import { adoptEnglish } from "#src/lib/english.ts";
import { adoptDays } from "#src/lib/format.ts";
import { adoptGrades } from "#src/lib/grades.ts";
import { keepToEnglish } from "#src/lib/language.ts";
import { lazyComponent } from "#src/lib/lazyComponent.ts";
import { type Audience, MeContext, type MeState } from "#src/lib/me.ts";
import { hasOwner, ownPage } from "#src/lib/pageOwner.ts";
import { Ended } from "./Ended.tsx";
import { FamilyFrame } from "./FamilyFrame.tsx";
import { LockGate } from "./LockGate.tsx";
import { NoOrganization } from "./NoOrganization.tsx";
import { TeamFrame } from "./TeamFrame.tsx";
import { WaitingScreen } from "./WaitingScreen.tsx";

const SecondFactorGate = lazyComponent(() => import("./SecondFactorGate.tsx"), "SecondFactorGate");

const ArchivedNotice = lazyComponent(() => import("./ArchivedNotice.tsx"), "ArchivedNotice");

/** Lets in whoever has a session, finds out who they are, and puts the frame of their side of the table around the page. */
export function Door() {
  const { isLoading, isAuthenticated } = useConvexAuth();
  if (isLoading) return <WaitingScreen />;
  if (!isAuthenticated) return hasOwner() ? <Ended /> : <ToSignIn />;
  return (
    <Introduction>
      <Outlet />
    </Introduction>
  );
}

/** Remembers where the visitor wanted to go: once, since the address already changes while this is still shown. */
function ToSignIn() {
  const { href } = useLocation();
  const [next] = useState(href === "/" ? undefined : href);
  const router = useRouter();
  useEffect(() => {
    void router.navigate({ to: "/sign-in", search: { next }, replace: true });
  }, [router, next]);
  return <WaitingScreen />;
}

/** Loads the person behind the session and tells everything below. */
function Introduction({ children }: { children: ReactNode }) {
  const { i18n } = useLingui();
  const me = useQuery(api.people.me.get);
  const lock = useQuery(api.people.lock.get);
  const [chosen, choose] = useDevicePreference("organization");
  const router = useRouter();
  const state = useMemo((): MeState => {
    const memberships = me?.memberships ?? [];
    const organizations = [...new Map(memberships.map((one) => [one.organizationId, one])).values()];
    const organization =
      organizations.find(({ organizationId }) => organizationId === chosen) ?? organizations[0] ?? null;
    const roles = memberships
      .filter(({ organizationId }) => organizationId === organization?.organizationId)
      .map(({ role }) => role);
    adoptGrades(organization);
    adoptDays(organization);
    adoptEnglish(organization?.jurisdiction ?? null);
    // What is on the page belongs to the organization that is left, so the way leads home.
    const workIn: MeState["workIn"] = (organizationId) => {
      choose(organizationId);
      void router.navigate({ to: "/" });
    };
    return { me, organization, roles, audience: audienceOf(roles), organizations, workIn };
  }, [me, chosen, choose, router]);
  useLayoutEffect(keepToEnglish);
  const preferences = me?.person.preferences;
  useEffect(() => {
    if (preferences) adoptAppearance(preferences);
  }, [preferences]);
  const personId = me?.person.personId;
  useEffect(() => {
    if (!personId) return;
    ownPage(personId, () => window.location.reload());
    // Fetched again when first needed, should this fail.
    holdDeviceKeys().catch(() => {});
  }, [personId]);
  const [hasWaited, setHasWaited] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setHasWaited(true), 4_000);
    return () => clearTimeout(timer);
  }, []);

  return (
    <LockGate lock={lock} lockAfterMinutes={me?.lockAfterMinutes}>
      {page()}
    </LockGate>
  );

  function page() {
    if (me === undefined || lock === undefined) {
      return (
        <WaitingScreen
          sentence={
            hasWaited
              ? i18n.t({
                  id: "waiting.server",
                  message: "Still waiting for the server. This page goes on by itself.",
                })
              : undefined
          }
        />
      );
    }
    if (me === null) return <Ended />;
    const { organization, organizations } = state;
    // Where I last worked, or the only place there was.
    const archived =
      me.archived.find(({ organizationId }) => organizationId === chosen) ??
      (organizations.length === 0 ? me.archived[0] : undefined);
    const Frame = state.audience === "family" ? FamilyFrame : TeamFrame;
    return (
      <MeContext value={state}>
        {archived ? (
          <Suspense fallback={<WaitingScreen />}>
            <ArchivedNotice organization={archived} />
          </Suspense>
        ) : organization === null ? (
          <NoOrganization />
        ) : organization.needsSecondFactor ? (
          <Suspense fallback={<WaitingScreen />}>
            <SecondFactorGate organizationName={organization.organizationName} />
          </Suspense>
        ) : (
          <Frame>{children}</Frame>
        )}
      </MeContext>
    );
  }
}

/** Whoever has any part in the team sees the team's side; a parent who teaches here reaches their child from the menu. */
function audienceOf(roles: readonly string[]): Audience {
  const isFamily = (role: string) => role === "guardian" || role === "student";
  return roles.length > 0 && roles.every(isFamily) ? "family" : "team";
}
