import { parseArgs } from "node:util";
import { Stop } from "./stop.ts";

export type Flags = {
  /** The project's functions folder, or null: what was pushed last stays deployed. */
  functions: string | null;
  data: string;
  port: number;
  /** Null: the site answers on the main port only. */
  sitePort: number | null;
  host: string;
  client: string | null;
  origin: string | null;
  /** Tell browsers nothing about unexpected errors: people's browsers, as opposed to developers'. */
  redact: boolean;
  remoteAdmin: boolean;
  /** Write the database anew without what was deleted, and end. */
  compact: boolean;
};

export const USAGE = `Usage: embedded [--data DIR] [--functions DIR] [--port N] [--site-port M] [--client DIR]
  --data DIR        where everything is kept                        (default: .convex-embedded)
  --functions DIR   the functions to deploy, a project's convex/    (default: what was deployed last)
  --port N          for the API and live connections                (default: 3210)
  --site-port M     for HTTP actions                                (default: N + 1, none with --client)
  --client DIR      a built client to serve on the main port
  --origin URL      the address that people use, behind a proxy
  --host H          the address to listen on                        (default: 127.0.0.1)
  --redact          tell browsers nothing about unexpected errors   (default with --client)
  --disclose        tell browsers everything about them             (default without)
  --remote-admin    let the admin key be used from other machines
  --compact         write the database anew without the remains of what was deleted, and end`;

/** Reads the command line. Throws `Stop` with the usage if it makes no sense. */
export function readFlags(words: readonly string[]): Flags {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        functions: { type: "string" },
        data: { type: "string", default: ".convex-embedded" },
        port: { type: "string", default: "3210" },
        "site-port": { type: "string" },
        host: { type: "string", default: "127.0.0.1" },
        client: { type: "string" },
        origin: { type: "string" },
        redact: { type: "boolean", default: false },
        disclose: { type: "boolean", default: false },
        "remote-admin": { type: "boolean", default: false },
        compact: { type: "boolean", default: false },
      },
    });
    const port = portOf(values.port, "--port");
    const client = values.client ?? null;
    const ownSite = client === null && port > 0 ? port + 1 : client === null ? 0 : null;
    const sitePort = values["site-port"] === undefined ? ownSite : portOf(values["site-port"], "--site-port");
    return {
      functions: values.functions ?? null,
      data: values.data,
      port,
      sitePort,
      host: values.host,
      client,
      origin: values.origin === undefined ? null : originOf(values.origin),
      redact: values.redact || (client !== null && !values.disclose),
      remoteAdmin: values["remote-admin"],
      compact: values.compact,
    };
  } catch (error) {
    if (error instanceof Stop) throw error;
    throw new Stop(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
}

function portOf(text: string, flag: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new Stop(`${flag} takes a port between 0 and 65535, not ${text}.`);
  return port;
}

function originOf(text: string): string {
  try {
    return new URL(text).origin;
  } catch {
    throw new Stop(`--origin takes an address such as https://plans.school.example, not ${text}.`);
  }
}
