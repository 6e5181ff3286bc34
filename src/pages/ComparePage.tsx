import { useLingui } from "@lingui/react";
import { useState } from "react";
import type { Id } from "#convex/_generated/dataModel.js";
import { Comparison } from "#src/features/students/duplicates/Comparison.tsx";
import { paths } from "#src/lib/paths.ts";
import { useAddress } from "#src/lib/useAddress.ts";
import { useRecordLease } from "#src/lib/useRecordLease.ts";
import { Link } from "#src/ui/Link.tsx";
import { PageHeader } from "#src/ui/PageHeader.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";

/** Two records side by side; reading both goes on record like every other reading. */
export function ComparePage() {
  const { i18n } = useLingui();
  const { studentId, otherId } = useAddress();
  const [keptId, setKeptId] = useState<Id<"students">>(studentId);
  const [taken, setTaken] = useState<ReadonlyMap<string, Id<"students">>>(new Map());
  const leases = [useRecordLease(studentId), useRecordLease(otherId)];
  const isOpening = leases.some((lease) => lease === "opening" || lease === "lapsed");
  return (
    <>
      <PageHeader
        above={
          <Link href={paths.duplicates}>
            {i18n.t({ id: "duplicates.title", message: "Possible duplicates" })}
          </Link>
        }
        title={i18n.t({ id: "compare.title", message: "One child or two?" })}
      />
      {isOpening ? (
        <SkeletonRows label={i18n.t({ id: "compare.loading", message: "Opening both records" })} rows={6} />
      ) : (
        <Comparison
          keptId={keptId}
          otherId={keptId === studentId ? otherId : studentId}
          taken={taken}
          onTake={(name, from) => setTaken(new Map(taken).set(name, from))}
          onSwap={() => setKeptId(keptId === studentId ? otherId : studentId)}
        />
      )}
    </>
  );
}
