/**
 * A refusal that the caller's code can cause and see: bad id, broken limit, schema mismatch, unknown index. The
 * message is the whole story; `code` is for programs.
 */
export class DatabaseError extends Error {
  override readonly name = "DatabaseError";
  constructor(
    readonly code: DatabaseErrorCode,
    message: string,
  ) {
    super(message);
  }
}

export type DatabaseErrorCode =
  | "InvalidId"
  | "NotFound"
  | "InvalidValue"
  | "SchemaMismatch"
  | "InvalidQuery"
  | "IndexNotFound"
  | "InvalidCursor"
  | "InvalidTable"
  | "LimitExceeded"
  | "MutationTimeout";

/** The disk no longer does what it says. Nothing more is acknowledged; the process should end and start again. */
export class StoreFailedError extends Error {
  override readonly name = "StoreFailedError";
}

/** The database is closing or closed: the work was not begun. */
export class DatabaseClosedError extends Error {
  override readonly name = "DatabaseClosedError";
}
