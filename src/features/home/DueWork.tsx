import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import {
  CalendarClock,
  CircleCheck,
  ClipboardList,
  FilePen,
  FilePlus2,
  FileText,
  LineChart,
  MessageCircleQuestionMark,
  Scale,
  ShieldAlert,
} from "lucide-react";
import { api } from "#convex/_generated/api.js";
import { format } from "#src/lib/format.ts";
import { useMyOrganization } from "#src/lib/me.ts";
import { paths } from "#src/lib/paths.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { EmptyState } from "#src/ui/EmptyState.tsx";
import { PlainLink } from "#src/ui/Link.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";
import type { Tone } from "#src/ui/tone.ts";
import { type Due, groupDue, type Nearness } from "./groupDue.ts";

/** What is due for me: overdue first, then by nearness; every line leads to where it is done. */
export function DueWork() {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const items = useQuery(api.students.due.list, { organizationId });
  if (items === undefined) {
    return <SkeletonRows label={i18n.t({ id: "home.dueLoading", message: "Looking for what is due" })} />;
  }
  if (items.length === 0) {
    return (
      <EmptyState icon={CircleCheck} title={<Trans id="home.nothingDue" message="Nothing is due" />}>
        <Trans
          id="home.nothingDueAdvice"
          message="Reviews, drafts and goals without recent data will show here."
        />
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-5">
      {groupDue(items).map(({ nearness, items: group }) => (
        <section key={nearness} aria-labelledby={`due-${nearness}`}>
          <h3 id={`due-${nearness}`} className="mb-1 flex items-center gap-2 text-14 text-ink-3">
            {nearnessWord(nearness)}
            <span className="tabular font-normal">{group.length}</span>
          </h3>
          <ul className="divide-y divide-hairline">
            {group.map((due) => (
              <DueLine
                key={`${due.kind}-${due.studentId}-${due.goalId ?? ""}`}
                due={due}
                tone={tones[nearness]}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );

  function nearnessWord(nearness: Nearness): string {
    const words: Record<Nearness, string> = {
      overdue: i18n.t({ id: "home.overdue", message: "Overdue" }),
      week: i18n.t({ id: "home.week", message: "In the next 7 days" }),
      month: i18n.t({ id: "home.month", message: "In the next 30 days" }),
      later: i18n.t({ id: "home.later", message: "Later" }),
      undated: i18n.t({ id: "home.undated", message: "Without a day" }),
    };
    return words[nearness];
  }
}

const tones: Record<Nearness, Tone> = {
  overdue: "danger",
  week: "attention",
  month: "neutral",
  later: "neutral",
  undated: "neutral",
};

const icons = {
  review: CalendarClock,
  draft: FilePen,
  noPlan: FilePlus2,
  noData: LineChart,
  recordRequest: MessageCircleQuestionMark,
  withdrawal: ShieldAlert,
  explainRights: Scale,
  transferRights: Scale,
  evaluation: ClipboardList,
  reevaluation: ClipboardList,
  summary: FileText,
} as const;

function DueLine({ due, tone }: { due: Due; tone: Tone }) {
  const { i18n } = useLingui();
  const Icon = icons[due.kind];
  return (
    <li>
      <PlainLink
        href={addressOf(due)}
        className="-mx-2 flex min-h-11 flex-wrap items-center gap-x-3 gap-y-0.5 rounded px-2 py-2 hover:bg-hover"
      >
        <Icon aria-hidden size={18} strokeWidth={1.75} className="shrink-0 text-ink-3" />
        <span className="font-semibold">{due.studentName}</span>
        <span className="grow text-ink-2">{words()}</span>
        {due.daysLeft !== null && <Badge tone={tone}>{format.daysAhead(due.daysLeft)}</Badge>}
      </PlainLink>
    </li>
  );

  function words(): string {
    switch (due.kind) {
      case "review":
        return i18n.t({ id: "home.due.review", message: "Annual review" });
      case "draft":
        return due.dueOn === null
          ? i18n.t({ id: "home.due.draft", message: "Draft plan, no meeting set" })
          : i18n.t({ id: "home.due.draftMeeting", message: "Draft plan, team meeting" });
      case "noPlan":
        return i18n.t({ id: "home.due.noPlan", message: "No plan yet" });
      case "recordRequest":
        return i18n.t({ id: "home.due.recordRequest", message: "The family asked about the record" });
      case "evaluation":
        return due.dueOn === null
          ? i18n.t({ id: "home.due.evaluationWaits", message: "Evaluation asked for, waiting to begin" })
          : i18n.t({ id: "home.due.evaluation", message: "Evaluation to be completed" });
      case "reevaluation":
        return i18n.t({ id: "home.due.reevaluation", message: "Re-evaluation, three years" });
      case "summary":
        return i18n.t({ id: "home.due.summary", message: "Summary of performance owed" });
      case "withdrawal":
        return i18n.t({ id: "home.due.withdrawal", message: "Consent to services was taken back" });
      case "explainRights":
        return i18n.t({ id: "home.due.explainRights", message: "Tell the student which rights are coming" });
      case "transferRights":
        return i18n.t({ id: "home.due.transferRights", message: "Of full age: notify student and parents" });
      case "noData":
        return i18n.t({
          id: "home.due.noData",
          message: "Goal {number}: no recent data",
          values: { number: due.goalNumber ?? "" },
        });
    }
  }
}

const aboutFamily: readonly Due["kind"][] = ["withdrawal", "explainRights", "transferRights"];

function addressOf(due: Due): string {
  if (aboutFamily.includes(due.kind)) return paths.studentConsents(due.studentId);
  if (due.kind === "noData" && due.goalId) return paths.goal(due.studentId, due.goalId);
  if (due.kind === "recordRequest") return paths.studentAccess(due.studentId);
  if (due.kind === "evaluation" || due.kind === "reevaluation" || due.kind === "summary") {
    return paths.status(due.studentId);
  }
  if (due.iepId) return paths.plan(due.studentId, due.iepId);
  return paths.student(due.studentId);
}
