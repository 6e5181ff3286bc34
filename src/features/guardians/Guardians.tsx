import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { type ReactNode, useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";
import { AddRestriction } from "./AddRestriction.tsx";
import { GuardianItem } from "./GuardianItem.tsx";
import { InviteStudent } from "./InviteStudent.tsx";
import { Majority } from "./Majority.tsx";
import { Restrictions } from "./Restrictions.tsx";

/** Who is a guardian of the child and what each may do, what courts forbid, and the day of full age. */
export function Guardians({
  studentId,
  mayManage,
  invite,
  delivery,
}: {
  studentId: Id<"students">;
  mayManage: boolean;
  /** The dialog that invites another guardian. */
  invite: (isOpen: boolean, onClose: () => void) => ReactNode;
  /** Says, and asks for, the agreement to e-mail while it is missing. */
  delivery: (scope: string) => ReactNode;
}) {
  const { i18n } = useLingui();
  const around = useQuery(api.guardians.around.list, { studentId });
  const [open, setOpen] = useState<"guardian" | "order" | "student" | null>(null);
  const close = () => setOpen(null);
  if (around === undefined) {
    return <SkeletonRows label={i18n.t({ id: "guardians.loading", message: "Loading the guardians" })} />;
  }
  const { guardians, restrictions, majority } = around;
  return (
    <>
      <Restrictions studentId={studentId} restrictions={restrictions} mayManage={mayManage} />
      <Card
        title={<Trans id="guardians.title" message="Guardians" />}
        actions={
          mayManage && (
            <>
              <Button size="small" onPress={() => setOpen("order")}>
                <Trans id="orders.add" message="Record a court order" />
              </Button>
              <Button size="small" onPress={() => setOpen("guardian")}>
                <Trans id="guardians.invite" message="Invite guardian" />
              </Button>
            </>
          )
        }
      >
        {guardians.length === 0 ? (
          <p className="text-ink-3">
            <Trans id="guardians.none" message="No guardian has joined yet." />
          </p>
        ) : (
          <ul className="divide-y divide-hairline">
            {guardians.map((guardian) => (
              <GuardianItem
                key={guardian.guardianshipId}
                studentId={studentId}
                guardian={guardian}
                majority={majority}
                mayManage={mayManage}
              />
            ))}
          </ul>
        )}
      </Card>
      <Majority
        studentId={studentId}
        majority={majority}
        today={around.today}
        mayManage={mayManage}
        onInvite={() => setOpen("student")}
        delivery={delivery}
      />
      {invite(open === "guardian", close)}
      {open === "order" && (
        <AddRestriction studentId={studentId} guardians={guardians} today={around.today} onClose={close} />
      )}
      {open === "student" && <InviteStudent studentId={studentId} onClose={close} />}
    </>
  );
}
