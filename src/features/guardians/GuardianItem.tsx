import { Trans, useLingui } from "@lingui/react";
import { Languages } from "lucide-react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { guardianRights } from "#convex/guardians/rules.ts";
import { useEvidence } from "#src/lib/evidence.tsx";
import { format } from "#src/lib/format.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { cameFrom, relationshipName } from "#src/lib/words.ts";
import { Avatar } from "#src/ui/Avatar.tsx";
import { Badge } from "#src/ui/Badge.tsx";
import { CheckboxField } from "#src/ui/CheckboxField.tsx";
import { Menu, MenuItem } from "#src/ui/Menu.tsx";
import { CourtAppointment } from "./CourtAppointment.tsx";
import { DescribeGuardian } from "./DescribeGuardian.tsx";
import { type Around, type Guardian, groundName, rightName } from "./guardianWords.ts";
import { showRight } from "./shownAtOnce.ts";

/** One guardian: what they may do today, in which language, and until when. */
export function GuardianItem({
  studentId,
  guardian,
  majority: { isOfAge, from, passed },
  mayManage,
}: {
  studentId: Id<"students">;
  guardian: Guardian;
  majority: Around["majority"];
  mayManage: boolean;
}) {
  const { i18n } = useLingui();
  const evidence = useEvidence();
  const [isDescribing, setDescribing] = useState(false);
  const [isAppointing, setAppointing] = useState(false);
  const { guardianshipId, person, rights, given, isCurrent } = guardian;
  const setRight = useCommand(api.guardians.guardianships.setRight, {
    done: (_, { right, isHeld }) =>
      isHeld
        ? i18n.t({
            id: "guardians.rightGiven",
            message: "{name} may now: {right}",
            values: { name: person.name, right: rightName(right) },
          })
        : i18n.t({
            id: "guardians.rightTaken",
            message: "{name} may no longer: {right}",
            values: { name: person.name, right: rightName(right) },
          }),
    undo: (_, args) => void setRight({ ...args, isHeld: !args.isHeld }),
    optimistic: showRight,
  });
  const setGround = useCommand(api.guardians.majority.setGround, {
    done: i18n.t({ id: "guardians.groundSet", message: "On record" }),
  });
  const end = useCommand(api.guardians.guardianships.end, {
    done: i18n.t({ id: "guardians.ended", message: "No longer a guardian here" }),
  });
  const isDependent = guardian.adultGrounds.includes("dependentForTax");
  const isAppointed = guardian.adultGrounds.includes("courtAppointed");
  const blocked = given.filter((right) => !rights.includes(right));
  const passedOn = blocked.filter((right) => passed.includes(right));
  const forbidden = blocked.filter((right) => !passed.includes(right));
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 py-3">
      <Avatar person={person} size={32} />
      <div className="min-w-0 grow basis-48">
        <p className="font-semibold">{person.name}</p>
        <p className="text-14 text-ink-3">
          {relationshipName(guardian.relationship)}
          {" · "}
          {isCurrent && guardian.endsOn === null ? (
            <Trans
              id="guardians.since"
              message="since {day}"
              values={{ day: format.day(guardian.startsOn) }}
            />
          ) : (
            <Trans
              id="guardians.until"
              message="{from} to {to}"
              values={{
                from: format.day(guardian.startsOn),
                to: guardian.endsOn === null ? "…" : format.day(guardian.endsOn),
              }}
            />
          )}
        </p>
        <p className="mt-1 flex flex-wrap gap-2">
          {guardian.from !== null && <Badge>{cameFrom(guardian.from)}</Badge>}
          <Badge icon={Languages}>{format.language(guardian.language)}</Badge>
          {guardian.interpreterNeeded && (
            <Badge tone="attention">
              <Trans id="guardians.interpreter" message="Needs an interpreter" />
            </Badge>
          )}
          {guardian.adultGrounds.map((ground) => (
            <Badge key={ground} tone="information">
              {groundName(ground)}
            </Badge>
          ))}
        </p>
        {evidence.show(guardian.groundPapers)}
        {guardian.custodyNote !== null && (
          <p dir="auto" className="mt-2 border-s-4 border-edge ps-3 text-start text-14 text-ink-2">
            {guardian.custodyNote}
          </p>
        )}
        {isCurrent && passedOn.length > 0 && (
          <p className="mt-2 text-14 text-ink-2">
            <Trans
              id="guardians.passed"
              message="The student’s own right now: {rights}"
              values={{ rights: format.list(passedOn.map(rightName)) }}
            />
          </p>
        )}
        {isCurrent && forbidden.length > 0 && (
          <p className="mt-2 text-14 text-danger">
            <Trans
              id="guardians.blocked"
              message="A court order forbids: {rights}"
              values={{ rights: format.list(forbidden.map(rightName)) }}
            />
          </p>
        )}
      </div>
      {mayManage && isCurrent && (
        <div className="sm:order-last">
          <Menu
            label={i18n.t({ id: "team.acts", message: "Actions for {name}", values: { name: person.name } })}
          >
            <MenuItem onAction={() => setDescribing(true)}>
              {i18n.t({ id: "guardians.describe", message: "Language and custody" })}
            </MenuItem>
            {isOfAge && from === "birthday" ? (
              <MenuItem
                onAction={() =>
                  void setGround({
                    studentId,
                    guardianshipId,
                    ground: "dependentForTax",
                    isHeld: !isDependent,
                  })
                }
              >
                {isDependent
                  ? i18n.t({ id: "guardians.notDependent", message: "No longer claims the student" })
                  : i18n.t({ id: "ground.dependentForTax", message: "Claims the student as a dependent" })}
              </MenuItem>
            ) : (
              []
            )}
            {isOfAge ? (
              <MenuItem
                onAction={() => {
                  if (isAppointed)
                    void setGround({ studentId, guardianshipId, ground: "courtAppointed", isHeld: false });
                  else setAppointing(true);
                }}
              >
                {isAppointed
                  ? i18n.t({ id: "guardians.notAppointed", message: "No longer guardian by court order" })
                  : i18n.t({ id: "ground.courtAppointed", message: "Guardian by court order" })}
              </MenuItem>
            ) : (
              []
            )}
            <MenuItem isDangerous onAction={() => void end({ studentId, guardianshipId })}>
              {i18n.t({ id: "guardians.end", message: "End guardianship" })}
            </MenuItem>
          </Menu>
        </div>
      )}
      {isCurrent && (
        <div className="flex flex-col max-sm:basis-full max-sm:ps-12">
          {guardianRights.map((right) => (
            <CheckboxField
              key={right}
              label={rightName(right)}
              isSelected={given.includes(right)}
              isDisabled={!mayManage}
              onChange={(isHeld) => void setRight({ studentId, guardianshipId, right, isHeld })}
            />
          ))}
        </div>
      )}
      {isAppointing && (
        <CourtAppointment studentId={studentId} guardian={guardian} onClose={() => setAppointing(false)} />
      )}
      {isDescribing && (
        <DescribeGuardian studentId={studentId} guardian={guardian} onClose={() => setDescribing(false)} />
      )}
    </li>
  );
}
