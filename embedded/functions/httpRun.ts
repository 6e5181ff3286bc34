import type { Component, Program } from "./component.ts";
import { failureOf } from "./failure.ts";
import { ActionFrame } from "./frame.ts";
import type { Run } from "./run.ts";
import type { RunLog } from "./runLog.ts";
import { inWorld } from "./world.ts";

/** What `httpRouter()` of `convex/server` offers. */
type Router = { lookup(path: string, method: string): readonly [Handler, string, string] | null };
type Handler = { invokeHttpAction(request: Request): Promise<Response> };

/** Answers a request on the site's origin through the routers of the app and of the components mounted under it. */
export async function runHttpAction(run: Run, request: Request, log: RunLog): Promise<Response> {
  const place = findRouter(run.program, new URL(request.url).pathname);
  if (place === null) {
    return new Response("This Convex deployment does not have HTTP actions enabled.", { status: 404 });
  }
  const { component, path } = place;
  const exports = await component.modules.import("http.js");
  const found = (exports.default as Router).lookup(path, request.method);
  if (found === null) return new Response("No matching routes found", { status: 404 });
  const [handler, method, route] = found;
  // Never ended: a body that is still being written may go on asking the deployment.
  const frame = new ActionFrame(run, component, `http.js:${method} ${route}`, "httpAction");
  const subject = { component, info: { path: `${method} ${route}`, kind: "httpAction" as const } };
  try {
    const response = await log.around(run, subject, () =>
      inWorld(frame, () => handler.invokeHttpAction(request)),
    );
    return request.method === "HEAD" ? new Response(null, response) : response;
  } catch (thrown) {
    const failure = await failureOf(thrown);
    const code = `[Request ID: ${run.requestId}] Server Error`;
    return Response.json({ code, trace: failure.message }, { status: 500 });
  }
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
