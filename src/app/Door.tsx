import { useLingui } from "@lingui/react";
import { Outlet, useLocation, useRouter } from "@tanstack/react-router";
import { useConvexAuth, useQuery } from "convex/react";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { api } from "#convex/_generated/api.js";
import { adoptAppearance } from "#src/lib/appearance.ts";
import { type Audience, MeContext, type MeState } from "#src/lib/me.ts";
import { ownPage } from "#src/lib/pageOwner.ts";
import { signOut } from "#src/lib/signOut.ts";
import { FamilyFrame } from "./FamilyFrame.tsx";
import { NoOrganization } from "./NoOrganization.tsx";
import { TeamFrame } from "./TeamFrame.tsx";
import { WaitingScreen } from "./WaitingScreen.tsx";

/** Lets in whoever has a session, finds out who they are, and puts the frame of their side of the table around the page. */
export function Door() {
  const { isLoading, isAuthenticated } = useConvexAuth();
  if (isLoading) return <WaitingScreen />;
  if (!isAuthenticated) return <ToSignIn />;
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
  const state = useMemo((): MeState => {
    const organization = me?.memberships[0] ?? null;
    const roles = (me?.memberships ?? [])
      .filter(({ organizationId }) => organizationId === organization?.organizationId)
      .map(({ role }) => role);
    return { me, organization, roles, audience: audienceOf(roles) };
  }, [me]);
  const preferences = me?.person.preferences;
  useEffect(() => {
    if (preferences) adoptAppearance(preferences);
  }, [preferences]);
  const personId = me?.person.personId;
  useEffect(() => {
    if (personId) ownPage(personId, () => window.location.reload());
  }, [personId]);
  const [hasWaited, setHasWaited] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setHasWaited(true), 4_000);
    return () => clearTimeout(timer);
  }, []);

  if (me === undefined) {
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
  const Frame = state.audience === "family" ? FamilyFrame : TeamFrame;
  return (
    <MeContext value={state}>
      {state.organization === null ? <NoOrganization /> : <Frame>{children}</Frame>}
    </MeContext>
  );
}

/** The session ended on the server, here or in another tab, and this page has not heard of it yet. */
function Ended() {
  useEffect(() => void signOut(), []);
  return <WaitingScreen />;
}

/** Whoever has any part in the team sees the team's side; a parent who teaches here reaches their child from the menu. */
function audienceOf(roles: readonly string[]): Audience {
  const isFamily = (role: string) => role === "guardian" || role === "student";
  return roles.length > 0 && roles.every(isFamily) ? "family" : "team";
}
