/** What a certificate says: which tables lost how many rows, when, because of what, confirmed by whom. */
export type Certified = {
  organizationId: string;
  formerStudentId: string;
  recordKind: string;
  reason: string;
  askedBy?: string | undefined;
  confirmedBy: readonly string[];
  startedAt: number;
  finishedAt?: number | undefined;
  counts: readonly { table: string; rows: number }[];
  files: number;
  keptPermanentRecord: boolean;
};

/** SHA-256 over the certificate's fields in a fixed order, as 64 hexadecimal digits. */
export async function certificateHash(destroyed: Certified): Promise<string> {
  const text = JSON.stringify([
    "openiep/destruction/1",
    destroyed.organizationId,
    destroyed.formerStudentId,
    destroyed.recordKind,
    destroyed.reason,
    destroyed.askedBy ?? null,
    destroyed.confirmedBy,
    destroyed.startedAt,
    destroyed.finishedAt ?? null,
    destroyed.counts.map(({ table, rows }) => [table, rows]),
    destroyed.files,
    destroyed.keptPermanentRecord,
  ]);
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
