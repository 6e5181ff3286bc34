import { Trans, useLingui } from "@lingui/react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { isCivilDay } from "#convex/dates.ts";
import { AsItStood, type View } from "#src/features/history/AsItStood.tsx";
import { DayPicker } from "#src/features/history/DayPicker.tsx";
import { today } from "#src/lib/format.ts";
import { paths } from "#src/lib/paths.ts";
import { useAddress } from "#src/lib/useAddress.ts";
import { Link } from "#src/ui/Link.tsx";
import { usePageTitle } from "#src/ui/usePageTitle.ts";

/** The record as it stood on a past day; the day and whose knowledge live in the address. */
export function AsItStoodPage() {
  const { i18n } = useLingui();
  const { studentId } = useAddress();
  const navigate = useNavigate();
  const search = useSearch({ strict: false });
  usePageTitle(i18n.t({ id: "asItStood.title", message: "As it stood" }));
  const latest = today();
  const isPast = search.on !== undefined && isCivilDay(search.on) && search.on <= latest;
  const on = isPast && search.on !== undefined ? search.on : latest;
  const view: View = search.view === "then" ? "then" : "now";
  return (
    <>
      <p className="mb-4" data-screen-only>
        <Link href={paths.timeline(studentId)}>
          <Trans id="asItStood.back" message="Back to the timeline" />
        </Link>
      </p>
      <DayPicker
        on={on}
        view={view}
        latest={latest}
        onChange={(chosen) => {
          if (!isCivilDay(chosen.on)) return;
          void navigate({ href: paths.asItStood(studentId, chosen), replace: true });
        }}
      />
      <AsItStood studentId={studentId} on={on} view={view} />
    </>
  );
}
