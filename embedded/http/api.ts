import type { Authenticator } from "../identity/authenticator.ts";
import { allowAnyOrigin, preflight } from "./cors.ts";
import type { Endpoints } from "./endpoint.ts";
import type { Caller } from "./listener.ts";
import { Problem } from "./problem.ts";
import { Routes } from "./routes.ts";

type Options = {
  open: Endpoints;
  /** Deploying and administering: demands the admin key. */
  admin: Endpoints;
  authenticator: Pick<Authenticator, "fromHeader">;
  /** Whether `admin` answers callers from other machines. */
  remoteAdmin: boolean;
  onBug: (error: unknown) => void;
};

/** Everything below `/api` that a Convex deployment answers, and its few paths at the root. */
export class Api {
  private readonly open: Routes;
  private readonly admin: Routes;

  constructor(private readonly options: Options) {
    this.open = new Routes(options.open);
    this.admin = new Routes(options.admin);
  }

  /** Null if the path is none of ours. */
  async answer(request: Request, caller: Caller): Promise<Response | null> {
    const { pathname } = new URL(request.url);
    if (!this.open.knows(pathname) && !this.admin.knows(pathname)) return null;
    if (request.method === "OPTIONS") return preflight(request);
    return allowAnyOrigin(request, await this.answered(request, pathname, caller));
  }

  private async answered(request: Request, pathname: string, caller: Caller): Promise<Response> {
    try {
      const endpoint = this.open.find(request.method, pathname);
      if (endpoint) return await endpoint(request);
      const admin = this.admin.find(request.method, pathname);
      if (!admin) throw new Problem(405, "MethodNotAllowed", `${pathname} does not answer ${request.method}`);
      await this.demandAdmin(request, caller);
      return await admin(request);
    } catch (error) {
      if (error instanceof Problem) return error.toResponse();
      this.options.onBug(error);
      return new Problem(
        500,
        "InternalServerError",
        "The deployment failed to answer. Try again.",
      ).toResponse();
    }
  }

  private async demandAdmin(request: Request, caller: Caller): Promise<void> {
    const identity = await this.options.authenticator.fromHeader(request.headers.get("authorization"));
    if (identity.kind !== "admin" || (!caller.local && !this.options.remoteAdmin))
      throw new Problem(403, "BadDeployKey", "This needs the deployment's admin key, from this machine");
  }
}
