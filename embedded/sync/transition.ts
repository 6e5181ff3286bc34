import type { Timestamp } from "../database/database.ts";
import type { QueryResult } from "./liveQuery.ts";
import { encodeMoment } from "./moment.ts";

/** How far a session has come: its queries, its identity, and the moment that it sees. */
export type Version = { querySet: number; identity: number; moment: Timestamp };

/** `result` null: the query was removed. */
export type Modification = { queryId: number; result: QueryResult | null };

/**
 * The frame that takes a client from one version to the next. The clock fields go along when the identity changes, for
 * then the client plans when to fetch its next token.
 */
export function composeTransition(
  start: Version,
  end: Version,
  modifications: readonly Modification[],
  clockSkewMs: number | null,
): string {
  const clock =
    clockSkewMs !== null && start.identity !== end.identity
      ? `,"clientClockSkew":${clockSkewMs},"serverTs":${Date.now() * 1_000_000}`
      : "";
  const body = modifications.map(composeModification).join(",");
  return `{"type":"Transition","startVersion":${composeVersion(start)},"endVersion":${composeVersion(end)},"modifications":[${body}]${clock}}`;
}

function composeVersion({ querySet, identity, moment }: Version): string {
  return `{"querySet":${querySet},"identity":${identity},"ts":"${encodeMoment(moment)}"}`;
}

function composeModification({ queryId, result }: Modification): string {
  if (result === null) return `{"type":"QueryRemoved","queryId":${queryId}}`;
  const { type, body, journal, logLines } = result;
  return `{"type":"${type}","queryId":${queryId},${body},"logLines":${logLines},"journal":${JSON.stringify(journal)}}`;
}
