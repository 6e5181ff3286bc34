import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** The data folder is open in another process that still lives. */
export class FolderInUseError extends Error {
  override readonly name = "FolderInUseError";
  constructor(
    readonly folder: string,
    readonly pid: number,
  ) {
    super(
      `The data folder ${folder} is in use by process ${pid}. Stop that process, or choose another folder.`,
    );
  }
}

export interface FolderClaim {
  release(): void;
}

const FILE = "process.lock";
const ours = new Set<string>();

/** Marks the folder as this process's own. A mark whose process is gone is taken over. */
export function claimFolder(folder: string): FolderClaim {
  const path = resolve(folder);
  if (ours.has(path)) throw new FolderInUseError(folder, process.pid);
  const file = join(path, FILE);
  for (;;) {
    try {
      writeFileSync(file, describe(process.pid), { flag: "wx" });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    removeStale(folder, file);
  }
  ours.add(path);
  return {
    release() {
      if (ours.delete(path)) rmSync(file, { force: true });
    },
  };
}

/** Throws if the mark's process lives. */
function removeStale(folder: string, file: string): void {
  const mark = read(file);
  if (mark === null) return;
  const pid = Number.parseInt(mark, 10);
  if (pid !== process.pid && isRunning(pid, mark)) throw new FolderInUseError(folder, pid);
  // Another process may be doing the same: whoever moved away a mark that is not the stale one puts it back.
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (read(aside) !== mark) linkSync(aside, file);
  rmSync(aside, { force: true });
}

function read(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

/** The process id, and on Linux what tells it from a later process of the same number. */
function describe(pid: number): string {
  return `${pid} ${startOf(pid) ?? ""}`.trim();
}

function isRunning(pid: number, mark: string): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  if (isZombie(pid)) return false;
  const start = startOf(pid);
  return start === null || !mark.includes(" ") || mark === `${pid} ${start}`;
}

/** It has ended and holds nothing any more, but whoever started it has not asked for its exit code (proc(5)). */
function isZombie(pid: number): boolean {
  return statOf(pid)?.[0] === "Z";
}

/** The fields of a process behind its name, from /proc; null where there is none. */
function statOf(pid: number): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name, in parentheses, may hold spaces.
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return null;
  }
}

/** Boot and start time of a process, from /proc; null where there is none. */
function startOf(pid: number): string | null {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    // The 22nd field is the 20th behind the name.
    const started = statOf(pid)?.[19];
    return started === undefined ? null : `${boot}/${started}`;
  } catch {
    return null;
  }
}
