import type { FunctionReturnType } from "convex/server";
import { createContext, useContext } from "react";
import type { api } from "#convex/_generated/api.js";

export type Me = NonNullable<FunctionReturnType<typeof api.people.me.get>>;
export type Membership = Me["memberships"][number];

/** family: reads what is shared with it. team: writes. Which frame a person sees follows from their role. */
export type Audience = "family" | "team";

export type MeState = {
  /** undefined while unknown, null when signed out. */
  me: Me | null | undefined;
  /** The organization that I work in now; null before I belong to one. */
  organization: Membership | null;
  audience: Audience;
  /** Everything I am in that organization. */
  roles: readonly Membership["role"][];
  /** Every organization that I belong to, once each. */
  organizations: readonly Membership[];
  /** Goes to work in another of them; remembered on this device. */
  workIn: (organizationId: Membership["organizationId"]) => void;
};

export const MeContext = createContext<MeState>({
  me: undefined,
  organization: null,
  audience: "team",
  roles: [],
  organizations: [],
  workIn: () => {},
});

/** Who I am, where I work, and on which side of the table I sit. */
export function useMe(): MeState {
  return useContext(MeContext);
}

/** For screens behind the sign-in door: who I am and where I work, both known. */
export function useMyOrganization(): Membership {
  const { organization } = useMe();
  if (organization === null) throw new Error("Shown outside of an organization");
  return organization;
}
