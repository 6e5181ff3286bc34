import { failureOf } from "./failure.ts";
import type { Run } from "./run.ts";
import type { Outcome } from "./runtime.ts";

export function succeeded(run: Run, value: string): Outcome {
  return { ok: true, value, logLines: run.logLines };
}

/** All that is known; the server decides how much of it a caller may see. */
export async function failed(run: Run, thrown: unknown): Promise<Outcome & { ok: false }> {
  const failure = await failureOf(thrown);
  return {
    ok: false,
    message: `[Request ID: ${run.requestId}] Server Error\n${failure.message}`,
    ...(failure.data === undefined ? {} : { data: JSON.stringify(failure.data) }),
    logLines: run.logLines,
  };
}
