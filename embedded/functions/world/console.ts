import { inspect } from "node:util";

export type LogLevel = "LOG" | "DEBUG" | "INFO" | "WARN" | "ERROR";
type Sink = () => { log(level: LogLevel, values: readonly unknown[]): void } | undefined;

const LEVELS = {
  log: "LOG",
  debug: "DEBUG",
  info: "INFO",
  warn: "WARN",
  error: "ERROR",
  trace: "LOG",
} as const;

/** Inside a function the console writes to the call's log lines; outside it is the process's own. */
export function installConsole(sink: Sink): void {
  for (const [method, level] of Object.entries(LEVELS) as [keyof typeof LEVELS, LogLevel][]) {
    const native = console[method].bind(console);
    console[method] = (...values: unknown[]) => {
      const here = sink();
      if (here === undefined) native(...values);
      else here.log(level, values);
    };
  }
}

/** Longer lines are cut: a log line is for reading. Convex allows 32 KiB. */
const MAX_LINE = 32 * 1024;

/** A log line as clients expect it: `[LOG] 'text' { a: 1 }`. */
export function logLine(level: LogLevel, values: readonly unknown[]): string {
  const text = values.map((value) => inspect(value, { depth: 6, breakLength: Infinity })).join(" ");
  return `[${level}] ${text.length > MAX_LINE ? `${text.slice(0, MAX_LINE)} (truncated due to length)` : text}`;
}
