import { Trans } from "@lingui/react";
import { useConvex } from "convex/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import { useMyOrganization } from "#src/lib/me.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Button } from "#src/ui/Button.tsx";

type Verdict = { checked: number; brokenAt: number | null };

/** Recomputes the chain of hashes, stretch by stretch: a changed, removed or inserted entry shows. */
export function ChainCheck() {
  const convex = useConvex();
  const { organizationId } = useMyOrganization();
  const [isChecking, setIsChecking] = useState(false);
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const check = async () => {
    setIsChecking(true);
    let checked = 0;
    let from: number | null = 1;
    let brokenAt: number | null = null;
    while (from !== null && brokenAt === null) {
      const stretch: { checked: number; brokenAt: number | null; next: number | null } = await convex.query(
        api.audit.entries.verify,
        { organizationId, from },
      );
      checked += stretch.checked;
      brokenAt = stretch.brokenAt;
      from = stretch.next;
    }
    setVerdict({ checked, brokenAt });
    setIsChecking(false);
  };
  return (
    <div className="flex flex-wrap items-center gap-3">
      <span role="status">
        {verdict !== null &&
          (verdict.brokenAt === null ? (
            <Badge tone="good">
              <Trans
                id="audit.intact"
                message="{count, plural, one {# entry} other {# entries}} checked, nothing altered"
                values={{ count: verdict.checked }}
              />
            </Badge>
          ) : (
            <Badge tone="danger">
              <Trans
                id="audit.broken"
                message="Altered at entry {number}"
                values={{ number: verdict.brokenAt }}
              />
            </Badge>
          ))}
      </span>
      <Button isPending={isChecking} onPress={() => void check()}>
        <Trans id="audit.check" message="Check the trail" />
      </Button>
    </div>
  );
}
