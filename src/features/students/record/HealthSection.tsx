import { useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { LockKeyhole } from "lucide-react";
import { api } from "#convex/_generated/api.js";
import { useCommand } from "#src/lib/useCommand.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";
import type { StudentRecord } from "../studentRecord.ts";
import { PlainSection } from "./PlainSection.tsx";
import { partName } from "./recordWords.ts";

/** Medical considerations: closed until somebody who may read them opens them, which goes on record. */
export function HealthSection({ record }: { record: StudentRecord }) {
  const { i18n } = useLingui();
  const { studentId } = record.student;
  const mayRead = record.abilities.includes("students.readHealth");
  const health = useQuery(api.students.health.get, mayRead ? { studentId } : "skip");
  const open = useCommand(api.students.health.open);
  const sealed = (
    <Badge icon={LockKeyhole}>{i18n.t({ id: "record.sealed", message: "Stored encrypted" })}</Badge>
  );
  if (health) return <PlainSection record={record} part="health" values={health} badge={sealed} />;
  return (
    <Card title={partName("health")} actions={sealed}>
      {mayRead && health === undefined ? (
        <SkeletonRows label={i18n.t({ id: "record.loading", message: "Loading the record" })} rows={2} />
      ) : mayRead ? (
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="max-w-[50ch] text-ink-2">
            {i18n.t({
              id: "record.health.closed",
              message: "Open these when you need them. That you did goes on record.",
            })}
          </p>
          <div data-screen-only>
            <Button isPending={open.isPending} onPress={() => void open({ studentId })}>
              {i18n.t({ id: "record.health.open", message: "Open" })}
              <span className="sr-only">{partName("health")}</span>
            </Button>
          </div>
        </div>
      ) : (
        <p className="max-w-[60ch] text-ink-2">
          {i18n.t({
            id: "record.health.notYours",
            message:
              "Kept for those who must act on them. Ask the case manager what you need to know to keep this child safe.",
          })}
        </p>
      )}
    </Card>
  );
}
