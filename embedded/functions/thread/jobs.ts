import { deployedFunction } from "../exported.ts";
import { failureOf } from "../failure.ts";
import { type CarriedModules, type ModuleExports, Modules } from "../modules.ts";
import { inWorld } from "../world.ts";
import { Call } from "./call.ts";
import type { Door } from "./door.ts";
import { packResponse, unpackRequest } from "./http.ts";
import type { ActionJob, HttpJob, Job } from "./messages.ts";

/** What `httpRouter()` of `convex/server` offers. */
type Router = { lookup(path: string, method: string): readonly [Handler, string, string] | null };
type Handler = { invokeHttpAction(request: Request): Promise<Response> };

type Running = { call: Call; gone: AbortController };

/** The actions that run in this thread. */
export class Jobs {
  readonly #door: Door;
  readonly #running = new Map<number, Running>();
  /** By the folder that they lie in: Node loads a file once. */
  readonly #modules = new Map<string, Modules>();

  constructor(door: Door) {
    this.#door = door;
  }

  /** Runs a job and tells the deployment how it went. */
  async run(number: number, job: Job): Promise<void> {
    const call = new Call(number, job.modules.environment, this.#door);
    const gone = new AbortController();
    this.#running.set(number, { call, gone });
    try {
      if (job.kind === "action") await this.#act(number, call, job);
      else await this.#respond(number, call, job, gone.signal);
    } catch (thrown) {
      const { message, data, thrown: own } = await failureOf(thrown);
      const outcome = { ok: false, message, ...(data === undefined ? {} : { data }), thrown: own } as const;
      this.#door.tell({ type: "done", call: number, outcome });
    }
    call.end();
    this.#running.delete(number);
    this.#door.tell({ type: "over", call: number });
  }

  /** Whoever sent the request has gone. */
  leave(number: number): void {
    this.#running.get(number)?.gone.abort();
  }

  /** Nobody waits for the call any more. */
  dismiss(number: number): void {
    this.#running.get(number)?.call.end();
  }

  async #act(number: number, call: Call, { modules, path, requestId, args }: ActionJob): Promise<void> {
    const target = { component: { modules: this.#of(modules) }, info: { path, kind: "action" } } as const;
    const invoke = await deployedFunction(target, requestId);
    const value = await inWorld(call, () => invoke(args));
    this.#door.tell({ type: "done", call: number, outcome: { ok: true, value } });
  }

  async #respond(number: number, call: Call, { modules, path, request }: HttpJob, signal: AbortSignal) {
    const exports: ModuleExports = await this.#of(modules).import("http.js");
    const found = (exports.default as Router).lookup(path, request.method);
    if (found === null) {
      this.#door.tell({ type: "route", call: number, route: null });
      return;
    }
    const [handler, method, route] = found;
    this.#door.tell({ type: "route", call: number, route: `${method} ${route}` });
    const { response, transfer, sent } = await inWorld(call, async () =>
      packResponse(await handler.invokeHttpAction(unpackRequest(request, signal))),
    );
    this.#door.tell({ type: "done", call: number, outcome: { ok: true, value: response } }, transfer);
    // A body that is still being written may go on asking the deployment, and so may what the handler left running.
    await sent;
    await call.quiet();
  }

  #of(carried: CarriedModules): Modules {
    let modules = this.#modules.get(carried.directory);
    if (modules === undefined) {
      modules = new Modules({ ...carried, open: async () => carried });
      this.#modules.set(carried.directory, modules);
    }
    return modules;
  }
}
