import { Trans, useLingui } from "@lingui/react";
import { Download } from "lucide-react";
import { format } from "#src/lib/format.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Button } from "#src/ui/Button.tsx";
import { Meter } from "#src/ui/Meter.tsx";

export type ShownCopy = {
  exportId: string;
  status: "building" | "ready" | "failed" | "expired";
  done: number;
  total: number;
  requestedByName: string | null;
  requestedAt: number;
  expiresAt: number | null;
  recipient?: string | null;
  parts: readonly { name: string; size: number }[];
};

const KIB = 1024;

/** Copies newest first: how far each has come, its files, and until when they can be fetched. */
export function CopyList({
  copies,
  onFetch,
  onResume,
}: {
  copies: readonly ShownCopy[];
  onFetch: (copy: ShownCopy, part: number) => void;
  onResume?: (copy: ShownCopy) => void;
}) {
  if (copies.length === 0) {
    return (
      <p className="text-ink-3">
        <Trans id="copy.none" message="No copy has been made yet." />
      </p>
    );
  }
  return (
    <ul className="divide-y divide-hairline border-y border-hairline">
      {copies.map((copy) => (
        <li key={copy.exportId} className="flex flex-wrap items-start justify-between gap-3 py-4">
          <div className="min-w-0 grow">
            <p>
              <Trans
                id="copy.made"
                message="Made {at} by {name}"
                values={{ at: format.instant(copy.requestedAt), name: copy.requestedByName ?? "–" }}
              />
            </p>
            {copy.recipient && (
              <p className="text-14 text-ink-2">
                <Trans id="copy.for" message="For {recipient}" values={{ recipient: copy.recipient }} />
              </p>
            )}
            <CopyState copy={copy} />
          </div>
          <div className="flex flex-wrap gap-2">
            {copy.status === "ready" &&
              copy.parts.map((part, i) => (
                <Button key={part.name} onPress={() => onFetch(copy, i)}>
                  <Download aria-hidden size={18} strokeWidth={1.75} />
                  <PartLabel count={copy.parts.length} number={i + 1} size={part.size} />
                </Button>
              ))}
            {copy.status === "failed" && onResume && (
              <Button onPress={() => onResume(copy)}>
                <Trans id="copy.resume" message="Go on" />
              </Button>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

function PartLabel({ count, number, size }: { count: number; number: number; size: number }) {
  const kib = size / KIB;
  const weight = kib < KIB ? `${format.number(Math.max(1, kib), 0)} kB` : `${format.number(kib / KIB, 1)} MB`;
  return count === 1 ? (
    <Trans id="copy.download" message="Download ({weight})" values={{ weight }} />
  ) : (
    <Trans id="copy.downloadPart" message="Part {number} ({weight})" values={{ number, weight }} />
  );
}

function CopyState({ copy }: { copy: ShownCopy }) {
  const { i18n } = useLingui();
  switch (copy.status) {
    case "building":
      return (
        <div className="mt-2 max-w-sm" role="status">
          <Meter
            label={<Trans id="copy.building" message="Being made. You can leave this page." />}
            value={(100 * copy.done) / Math.max(1, copy.total)}
            valueLabel={format.percent((100 * copy.done) / Math.max(1, copy.total))}
          />
        </div>
      );
    case "ready":
      return (
        <p className="text-14 text-ink-3">
          {copy.expiresAt !== null && (
            <Trans
              id="copy.until"
              message="Can be fetched until {day}"
              values={{ day: format.instant(copy.expiresAt) }}
            />
          )}
        </p>
      );
    case "failed":
      return (
        <Badge tone="danger">{i18n.t({ id: "copy.failed", message: "Could not be made. Try again." })}</Badge>
      );
    case "expired":
      return (
        <p className="text-14 text-ink-3">
          <Trans id="copy.expired" message="Expired, and its files are gone" />
        </p>
      );
  }
}
