import { Trans, useLingui } from "@lingui/react";
import { Outlet } from "@tanstack/react-router";
import { Suspense } from "react";
import { lazyComponent } from "#src/lib/lazyComponent.ts";
import { useAddress } from "#src/lib/useAddress.ts";
import { useRecordLease } from "#src/lib/useRecordLease.ts";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";

const EmergencyBanner = lazyComponent(
  () => import("#src/features/access/EmergencyBanner.tsx"),
  "EmergencyBanner",
);

/**
 * Around every page that shows a child's record: opens it before anything is asked, and covers the page when nobody
 * has looked at it until the lease ran out. What stands in an editor or a form below stays there meanwhile.
 */
export function RecordGate() {
  const { i18n } = useLingui();
  const { studentId } = useAddress();
  const lease = useRecordLease(studentId);
  if (lease === "opening") {
    return <SkeletonRows label={i18n.t({ id: "record.opening", message: "Opening the record" })} rows={8} />;
  }
  const isCovered = lease === "lapsed";
  return (
    <>
      {isCovered && (
        <p role="status" className="py-10 text-center text-ink-2">
          <Trans
            id="record.lapsed"
            message="This page was closed because nobody looked at it for a while. It opens again by itself."
          />
        </p>
      )}
      <div hidden={isCovered}>
        <Suspense fallback={null}>
          <EmergencyBanner studentId={studentId} />
        </Suspense>
        <Outlet />
      </div>
    </>
  );
}
