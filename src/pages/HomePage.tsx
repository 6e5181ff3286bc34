import { lazyComponent } from "#src/lib/lazyComponent.ts";
import { useMe } from "#src/lib/me.ts";

const TeamHome = lazyComponent(() => import("./TeamHome.tsx"), "TeamHome");
const FamilyHome = lazyComponent(() => import("./FamilyHome.tsx"), "FamilyHome");

/** One address, two homes: the team's work, or the family's child. */
export function HomePage() {
  return useMe().audience === "family" ? <FamilyHome /> : <TeamHome />;
}
