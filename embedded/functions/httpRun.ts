import type { Component, Program } from "./component.ts";
import { failureOf } from "./failure.ts";
import type { ActionFrame } from "./frame.ts";
import type { Run } from "./run.ts";
import type { RunLog } from "./runLog.ts";
import { type CarriedResponse, packRequest, unpackHead, unpackResponse } from "./thread/http.ts";
import type { HttpJob } from "./thread/messages.ts";
import type { PendingCall } from "./thread/pendingCall.ts";

/** Answers a request on the site's origin through the routers of the app and of the components mounted under it. */
export async function runHttpAction(run: Run, request: Request, log: RunLog): Promise<Response> {
  const place = findRouter(run.program, new URL(request.url).pathname);
  if (place === null) {
    return new Response("This Convex deployment does not have HTTP actions enabled.", { status: 404 });
  }
  const { component, path } = place;
  const frame: ActionFrame = { run, component, path: "http.js", kind: "httpAction" };
  const call = await begin(frame, path, request);
  const route = await call.route;
  if (route === null) return new Response("No matching routes found", { status: 404 });
  const subject = { component, info: { path: route, kind: frame.kind } };
  try {
    return await log.around(run, subject, async () => {
      const response = (await call.value) as CarriedResponse;
      return request.method === "HEAD" ? unpackHead(response) : unpackResponse(response);
    });
  } catch (thrown) {
    const failure = await failureOf(thrown);
    const code = `[Request ID: ${run.requestId}] Server Error`;
    return Response.json({ code, trace: failure.message }, { status: 500 });
  }
}

async function begin(frame: ActionFrame, path: string, request: Request): Promise<PendingCall> {
  const { run, component, kind } = frame;
  const modules = await component.modules.carried();
  const { request: carried, transfer } = await packRequest(request);
  const job = { kind, modules, path, request: carried } as const;
  const call = run.services.threads.begin(frame, job as HttpJob, transfer);
  request.signal.addEventListener("abort", call.leave, { once: true });
  return call;
}

/** The component whose `http.js` answers for `path`, and the path as that router sees it. */
function findRouter(program: Program, path: string): { component: Component; path: string } | null {
  const app = program.components.get("");
  return app === undefined ? null : below(program, app, path);
}

function below(
  program: Program,
  component: Component,
  path: string,
): { component: Component; path: string } | null {
  const { own, prefix, mounts } = component.routes;
  const inner = path.startsWith(prefix) ? `/${path.slice(prefix.length)}` : null;
  for (const [mount, child] of mounts) {
    if (!path.startsWith(mount)) continue;
    const mounted = program.components.get(component.children.get(child) ?? "");
    if (mounted !== undefined && mounted !== component) {
      return below(program, mounted, `/${path.slice(mount.length)}`);
    }
  }
  return own === null || inner === null ? null : { component, path: inner };
}
