/** The process cannot go on; the message is the sentence that tells a person what to do. */
export class Stop extends Error {}

/** Puts what went wrong while starting into a sentence, if it is something that a person can mend. */
export function inWords(
  error: unknown,
  where: { port: number; sitePort: number | null; data: string },
): string | null {
  if (error instanceof Stop) return error.message;
  const { code, port, message = "" } = error as NodeJS.ErrnoException & { port?: number };
  switch (code) {
    case "EADDRINUSE": {
      const flag = port !== undefined && port === where.sitePort ? "--site-port" : "--port";
      return `Port ${port ?? where.port} is already in use. Stop the program that has it, or choose another one with ${flag}.`;
    }
    case "EADDRNOTAVAIL":
      return "This machine has no such address. Choose another one with --host.";
    case "EACCES":
      if (port !== undefined)
        return `Port ${port} needs rights that this account lacks. Choose one above 1023 with --port.`;
      return `The folder ${where.data} cannot be written. Make it writable, or choose another one with --data.`;
    case "EPERM":
    case "EROFS":
    case "ENOTDIR":
    case "EEXIST":
      return `The folder ${where.data} cannot be written. Make it writable, or choose another one with --data.`;
    case "ENOSPC":
      return `The disk that holds ${where.data} is full. Make room, or choose another folder with --data.`;
  }
  return /in use by/.test(message) ? message : null;
}
