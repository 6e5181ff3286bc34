import { i18n } from "@lingui/core";
import { useLingui } from "@lingui/react";
import { ChevronDown, ListChecks } from "lucide-react";
import { Link } from "#src/ui/Link.tsx";
import { factorQuestion } from "../factors/factorWords.ts";
import {
  type PlanView,
  type SectionKind,
  sectionAnchor,
  shortSectionTitle,
} from "../sections/sectionWords.ts";

type Missing = PlanView["missing"][number];

/** What still has to be done before the plan may take effect, each with the way there. */
export function MissingList({ missing }: { missing: readonly Missing[] }) {
  const { i18n } = useLingui();
  if (missing.length === 0) return null;
  return (
    <details data-screen-only className="group rounded border border-hairline bg-raised text-14">
      <summary className="target flex items-center gap-2 px-3 py-2 font-semibold">
        <ListChecks aria-hidden size={16} strokeWidth={1.75} className="shrink-0 text-attention" />
        {i18n.t({
          id: "missing.title",
          message: "{count, plural, one {# thing to do} other {# things to do}}",
          values: { count: missing.length },
        })}
        <ChevronDown
          aria-hidden
          size={14}
          strokeWidth={1.75}
          className="ms-auto transition-transform group-open:rotate-180"
        />
      </summary>
      <ul className="flex flex-col gap-1.5 px-3 pb-3">
        {missing.map((item) => {
          const section = sectionOf(item);
          const words = missingWords(item);
          return (
            <li key={`${item.what} ${item.section ?? ""} ${item.factor ?? ""}`}>
              {section ? <Link href={`#${sectionAnchor(section)}`}>{words}</Link> : words}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function sectionOf({ what, section }: Missing): SectionKind | null {
  if (section) return section;
  if (what === "goals" || what === "services" || what === "transition") return what;
  return what === "specialFactor" ? "specialFactors" : null;
}

function missingWords({ what, section, factor }: Missing): string {
  switch (what) {
    case "meetingOn":
      return i18n.t({ id: "missing.meetingOn", message: "Say when the team met" });
    case "goals":
      return i18n.t({ id: "missing.goals", message: "Write at least one goal" });
    case "services":
      return i18n.t({ id: "missing.services", message: "Add at least one service" });
    case "transition":
      return i18n.t({ id: "missing.transition", message: "Plan for life after school: needed at this age" });
    case "section":
      return section
        ? i18n.t({
            id: "missing.section",
            message: "Mark “{section}” as ready",
            values: { section: shortSectionTitle(section) },
          })
        : "";
    case "consent":
      return i18n.t({ id: "missing.consent", message: "Get the family’s consent to services" });
    case "specialFactor":
      return factor ? factorQuestion(factor) : "";
  }
}
