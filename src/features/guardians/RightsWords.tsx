import { Trans } from "@lingui/react";
import { format } from "#src/lib/format.ts";
import type { NoticeKind } from "./guardianWords.ts";

/** What student and parents are told about rights at full age (34 CFR 300.520), in everyday words. */
export function RightsWords({
  kind,
  on,
  readsAloneOn = on,
}: {
  kind: NoticeKind;
  on: string;
  /** From when on parents no longer read as parents, where that is later. */
  readsAloneOn?: string;
}) {
  return (
    <div className="flex flex-col gap-2">
      <p>
        {kind === "rightsExplained" ? (
          <Trans
            id="rights.coming"
            message="On {day} the rights that parents have in special education pass to the student."
            values={{ day: format.day(on) }}
          />
        ) : (
          <Trans
            id="rights.passed"
            message="Since {day} the rights that parents had in special education are the student’s own."
            values={{ day: format.day(on) }}
          />
        )}
      </p>
      <ul className="list-disc ps-5">
        <li>
          <Trans id="rights.agree" message="To say yes or no to evaluations and services" />
        </li>
        <li>
          <Trans id="rights.plan" message="To be part of the team and to sign the plan" />
        </li>
        <li>
          <Trans id="rights.record" message="To read the record, and to have a mistake in it corrected" />
        </li>
        <li>
          <Trans id="rights.disagree" message="To disagree: by mediation, a complaint or a hearing" />
        </li>
      </ul>
      <p>
        {readsAloneOn > on ? (
          <Trans
            id="rights.parentsRead"
            message="Parents still get the notices that the law gives to both. They can read the record until the student is 18, on {day}; after that if the student agrees, or where the law lets them."
            values={{ day: format.day(readsAloneOn) }}
          />
        ) : (
          <Trans
            id="rights.parents"
            message="Parents still get the notices that the law gives to both. They read the record if the student agrees, or where the law lets them."
          />
        )}
      </p>
    </div>
  );
}
