import { lazy } from "react";
import { useMe } from "#src/lib/me.ts";
import { whenReachable } from "#src/lib/whenReachable.ts";

const TeamHome = lazy(async () => ({
  default: (await whenReachable(() => import("./TeamHome.tsx"))).TeamHome,
}));
const FamilyHome = lazy(async () => ({
  default: (await whenReachable(() => import("./FamilyHome.tsx"))).FamilyHome,
}));

/** One address, two homes: the team's work, or the family's child. */
export function HomePage() {
  return useMe().audience === "family" ? <FamilyHome /> : <TeamHome />;
}
