import type { Database } from "../database/database.ts";
import type { Call, Outcome, Runtime } from "../functions/runtime.ts";
import type { Authenticator } from "../identity/authenticator.ts";
import type { Disclose } from "../identity/disclosure.ts";
import { decodeMoment, encodeMoment } from "../sync/moment.ts";
import type { Endpoint, Endpoints } from "./endpoint.ts";
import { plainJson } from "./plainJson.ts";
import { badRequest } from "./problem.ts";
import { readObject } from "./readBody.ts";

type Options = {
  runtime: Pick<Runtime, "query" | "mutation" | "action" | "kindOf">;
  database: Pick<Database, "timestamp">;
  authenticator: Pick<Authenticator, "fromHeader">;
  disclose: Disclose;
};

type Kind = "query" | "mutation" | "action";

/** Convex's own status for "the function threw", for clients that say who they are. */
const FUNCTION_FAILED = 560;

/** Queries, mutations and actions over HTTP. */
export function functionEndpoints(options: Options): Endpoints {
  const calling = (kind: Kind | "any"): Endpoint => {
    return async (request) => {
      const body = await readObject(request);
      return await answer(options, request, body, kind, textField(body, "path"));
    };
  };
  return {
    "POST /api/query": calling("query"),
    "POST /api/mutation": calling("mutation"),
    "POST /api/action": calling("action"),
    "POST /api/function": calling("any"),
    "POST /api/query_ts": () => Response.json({ ts: encodeMoment(options.database.timestamp) }),
    "POST /api/query_at_ts": async (request) => {
      const body = await readObject(request);
      const moment = decodeMoment(textField(body, "ts"));
      if (moment !== options.database.timestamp)
        throw badRequest("SnapshotTooOld", "Only the newest moment can be read: ask for it again");
      return await answer(options, request, body, "query", textField(body, "path"));
    },
    "POST /api/run/": async (request) => {
      const body = await readObject(request);
      const parts = new URL(request.url).pathname
        .slice("/api/run/".length)
        .split("/")
        .map(decodeURIComponent);
      const path = `${parts.slice(0, -1).join("/")}:${parts.at(-1)}`;
      return await answer(options, request, { format: "json", ...body }, "any", path);
    },
  };
}

async function answer(
  { runtime, authenticator, disclose }: Options,
  request: Request,
  body: Record<string, unknown>,
  kind: Kind | "any",
  path: string,
): Promise<Response> {
  const identity = await authenticator.fromHeader(request.headers.get("authorization"));
  const allowInternal = identity.kind === "admin";
  const namespace = typeof body.componentPath === "string" ? body.componentPath : "";
  if (namespace !== "" && !allowInternal)
    throw badRequest("BadComponentPath", "Only an admin calls the functions of a component");
  const call: Call = { namespace, path, args: argumentsOf(body), identity, allowInternal };
  const found = kind === "any" ? runtime.kindOf(namespace, path) : kind;
  const outcome = disclose(await run(runtime, call, found === "httpAction" ? null : found), identity);
  const plain = body.format === "json";
  const logLines = `"logLines":${JSON.stringify(outcome.logLines)}`;
  if (outcome.ok) {
    const value = plain ? plainJson(outcome.value) : outcome.value;
    return jsonText(`{"status":"success","value":${value},${logLines}}`, 200);
  }
  const data =
    outcome.data === undefined ? "" : `,"errorData":${plain ? plainJson(outcome.data) : outcome.data}`;
  const status = request.headers.has("convex-client") ? FUNCTION_FAILED : 200;
  return jsonText(
    `{"status":"error","errorMessage":${JSON.stringify(outcome.message)}${data},${logLines}}`,
    status,
  );
}

/** Without a kind there is no such function; every runner says so in the same words, and a query costs nothing. */
async function run(runtime: Options["runtime"], call: Call, kind: Kind | null): Promise<Outcome> {
  if (kind === "mutation") return await runtime.mutation(call);
  if (kind === "action") return await runtime.action(call);
  return await runtime.query(call);
}

function argumentsOf(body: Record<string, unknown>): string {
  const { args = {} } = body;
  const value: unknown = Array.isArray(args) && args.length <= 1 ? (args[0] ?? {}) : args;
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw badRequest("BadArguments", "args is not an object");
  return JSON.stringify(value);
}

function textField(body: Record<string, unknown>, name: string): string {
  const value = body[name];
  if (typeof value !== "string") throw badRequest("BadRequest", `${name} is not a string`);
  return value;
}

function jsonText(body: string, status: number): Response {
  return new Response(body, { status, headers: { "content-type": "application/json" } });
}
