import type { Runtime } from "../functions/runtime.ts";
import type { Authenticator } from "../identity/authenticator.ts";
import type { Identity } from "../identity/identity.ts";
import { Problem } from "./problem.ts";
import { limited } from "./readBody.ts";

type Options = {
  runtime: Pick<Runtime, "httpAction">;
  authenticator: Pick<Authenticator, "fromHeader">;
  onBug: (error: unknown) => void;
};

/** What Convex lets a request to an HTTP action weigh. */
const MAX_BODY_BYTES = 20 * 1024 * 1024;

/** The deployed HTTP routers. */
export class Site {
  constructor(private readonly options: Options) {}

  async answer(request: Request): Promise<Response> {
    try {
      const bounded = limited(request, MAX_BODY_BYTES);
      return await this.options.runtime.httpAction(bounded, await this.identityOf(request));
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

  /** A route may have tokens of its own in `Authorization`: what is not ours to read is left to it. */
  private async identityOf(request: Request): Promise<Identity> {
    try {
      return await this.options.authenticator.fromHeader(request.headers.get("authorization"));
    } catch {
      return { kind: "anonymous" };
    }
  }
}

/** The same request as the site knows it, for a path that is mounted under `prefix`. */
export function withoutPrefix(request: Request, prefix: string): Request {
  const url = new URL(request.url);
  url.pathname = url.pathname.slice(prefix.length) || "/";
  const init: RequestInit & { duplex: "half" } = { duplex: "half" };
  return new Request(url, new Request(request, init));
}
