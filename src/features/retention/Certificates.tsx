import { Trans, useLingui } from "@lingui/react";
import { usePaginatedQuery } from "convex/react";
import { api } from "#convex/_generated/api.js";
import { format } from "#src/lib/format.ts";
import { useMyOrganization } from "#src/lib/me.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";
import { reasonName, recordKindName } from "./retentionWords.ts";

type Certificate = (typeof api.retention.certificates.list)["_returnType"]["page"][number];

/** What was destroyed: how many rows of which tables, when, by whom, and whether the certificate is as it was. */
export function Certificates() {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const { results, status, loadMore } = usePaginatedQuery(
    api.retention.certificates.list,
    { organizationId },
    { initialNumItems: 10 },
  );
  return (
    <Card title={<Trans id="retention.certificates" message="Destroyed, with proof" />}>
      <p className="mb-3 max-w-prose text-ink-2">
        <Trans
          id="retention.certificatesLead"
          message="Each says what was removed from this system. It does not reach backups or copies that were given away: destroy those by their own rules. On a machine of your own, the database is then compacted, so that no trace stays in its file."
        />
      </p>
      {status === "LoadingFirstPage" ? (
        <SkeletonRows
          label={i18n.t({ id: "retention.loadingProofs", message: "Loading the certificates" })}
          rows={2}
        />
      ) : results.length === 0 ? (
        <p className="text-ink-3">
          <Trans id="retention.nothingDestroyed" message="Nothing has been destroyed." />
        </p>
      ) : (
        <ul className="divide-y divide-hairline">
          {results.map((certificate) => (
            <CertificateRow key={certificate.destructionId} certificate={certificate} />
          ))}
        </ul>
      )}
      {status === "CanLoadMore" && (
        <Button onPress={() => loadMore(10)}>
          <Trans id="list.more" message="Show more" />
        </Button>
      )}
      <p className="mt-4 max-w-prose text-14 text-ink-3">
        <Trans
          id="retention.limits"
          message="Entries of the audit trail stay: they say who did what and hold no contents. Backups made before a destruction still hold the record until they are replaced, and files on disk until it is compacted."
        />
      </p>
    </Card>
  );
}

function CertificateRow({ certificate }: { certificate: Certificate }) {
  const { counts, files, status, hash, isIntact, permanentRecord } = certificate;
  const rows = counts.reduce((sum, count) => sum + count.rows, 0);
  return (
    <li className="py-4">
      <p className="flex flex-wrap items-baseline gap-2">
        <span className="font-semibold">
          {permanentRecord
            ? `${permanentRecord.name}, ${permanentRecord.studentNumber}`
            : recordKindName(certificate.recordKind)}
        </span>
        {status === "running" ? (
          <Badge tone="information">
            <Trans id="retention.running" message="Being destroyed" />
          </Badge>
        ) : isIntact ? (
          <Badge tone="good">
            <Trans id="retention.intact" message="Certificate verified" />
          </Badge>
        ) : (
          <Badge tone="danger">
            <Trans id="retention.altered" message="Certificate was altered" />
          </Badge>
        )}
      </p>
      <p className="text-14 text-ink-2">
        <Trans
          id="retention.proof"
          message="{reason}. {rows, plural, one {# row} other {# rows}} of {tables, plural, one {# table} other {# tables}} and {files, plural, one {# file} other {# files}}, {at}, confirmed by {names}."
          values={{
            reason: reasonName(certificate.reason),
            rows,
            tables: counts.length,
            files,
            at: format.instant(certificate.finishedAt ?? certificate.startedAt),
            names: format.list(certificate.confirmedByNames),
          }}
        />
      </p>
      <details className="mt-1 text-14">
        <summary className="cursor-pointer text-ink-3">
          <Trans id="retention.details" message="Table by table" />
        </summary>
        <ul className="mt-1 columns-2 text-ink-2 sm:columns-3" dir="ltr">
          {counts.map(({ table, rows: gone }) => (
            <li key={table}>
              {table}: {gone}
            </li>
          ))}
        </ul>
        {hash !== null && (
          <p className="mt-2 break-all text-ink-3" dir="ltr">
            SHA-256 {hash}
          </p>
        )}
      </details>
    </li>
  );
}
