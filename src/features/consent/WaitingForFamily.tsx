import { Trans } from "@lingui/react";
import { useQuery } from "convex/react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { paths } from "#src/lib/paths.ts";
import { Banner } from "#src/ui/Banner.tsx";
import { Unknown } from "#src/ui/InOrder.tsx";
import { Link } from "#src/ui/Link.tsx";

/** Tells a family that the school waits for its answer, where it looks first; nothing while nobody asks. */
export function WaitingForFamily({ studentId }: { studentId: Id<"students"> }) {
  const consents = useQuery(api.consent.overview.get, { studentId });
  const count = consents?.mayDecide ? consents.requests.length : 0;
  if (consents === undefined) return <Unknown />;
  if (count === 0) return null;
  return (
    <div className="mb-8 text-18">
      <Banner
        tone="attention"
        title={
          <Trans
            id="consent.waiting"
            message="{count, plural, one {The school asks you something} other {The school asks you # things}}"
            values={{ count }}
          />
        }
      >
        <Link href={paths.childConsents(studentId)}>
          <Trans id="consent.toQuestions" message="Read it and say yes or no" />
        </Link>
      </Banner>
    </div>
  );
}
