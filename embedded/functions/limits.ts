/** What Convex allows one query or mutation; the database enforces what concerns documents. */
export const RUN_LIMITS = {
  bytesRead: 16 * 1024 * 1024,
  bytesWritten: 16 * 1024 * 1024,
  databaseQueries: 4096,
  documentsRead: 32_000,
  documentsWritten: 16_000,
  functionsScheduled: 1000,
  scheduledFunctionArgsBytes: 16 * 1024 * 1024,
} as const;

/** What any function may answer, in bytes of its encoding. */
export const MAX_RESULT_BYTES = 16 * 1024 * 1024;

/** Lines that one call may log; what comes after is left out. */
export const MAX_LOG_LINES = 256;

/** What a deployment lets functions take. */
export type FunctionLimits = {
  /** How long a query or mutation may take, in milliseconds. */
  transactionMs: number;
  /** How long an action may take. */
  actionMs: number;
  /** How often a thread in which actions run is asked whether it still turns. */
  lookEveryMs: number;
  /** What such a thread may hold, beside the files and bodies that pass through it. */
  threadMb: number;
};

export const FUNCTION_LIMITS: FunctionLimits = {
  transactionMs: 10_000,
  actionMs: 10 * 60 * 1000,
  lookEveryMs: 1000,
  threadMb: 1024,
};
