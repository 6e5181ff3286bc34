import { MAX_LOG_LINES } from "./limits.ts";
import { type LogLevel, logLine } from "./world/console.ts";
import { outsideWorlds } from "./world.ts";

const OVERFLOW = `[ERROR] 'Log overflow (maximum ${MAX_LOG_LINES}). Remaining log lines omitted.'`;

/** The lines of one call, wherever they are kept. */
type Lines = { readonly length: number; push(line: string): unknown };

/** Adds what a function said. Of too many lines the first are kept, and one that says so. */
export function addLogLine(lines: Lines, level: LogLevel, values: readonly unknown[]): void {
  if (lines.length > MAX_LOG_LINES) return;
  const last = lines.length === MAX_LOG_LINES;
  lines.push(last ? OVERFLOW : outsideWorlds(() => logLine(level, values)));
}
