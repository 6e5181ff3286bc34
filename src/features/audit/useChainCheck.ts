import { useConvex } from "convex/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import { useMyOrganization } from "#src/lib/me.ts";

export type Verdict = { checked: number; brokenAt: number | null };
export type Progress = { checked: number; of: number };

/** Recomputes the chain of hashes, stretch by stretch; what is found broken raises the alarm for everybody. */
export function useChainCheck() {
  const convex = useConvex();
  const { organizationId } = useMyOrganization();
  const [progress, setProgress] = useState<Progress | null>(null);
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const check = async (): Promise<Verdict> => {
    setVerdict(null);
    setProgress({ checked: 0, of: 1 });
    try {
      const found = await walk();
      setVerdict(found);
      return found;
    } finally {
      setProgress(null);
    }
  };
  const walk = async (): Promise<Verdict> => {
    let checked = 0;
    let from: number | null = 1;
    let brokenAt: number | null = null;
    while (from !== null && brokenAt === null) {
      const stretch: { checked: number; of: number; brokenAt: number | null; next: number | null } =
        await convex.query(api.audit.entries.verify, { organizationId, from });
      checked += stretch.checked;
      brokenAt = stretch.brokenAt;
      from = stretch.next;
      setProgress({ checked, of: Math.max(stretch.of, 1) });
    }
    if (brokenAt !== null) await convex.mutation(api.audit.alarms.report, { organizationId, brokenAt });
    return { checked, brokenAt };
  };
  return { check, progress, verdict };
}
