import type { Endpoint, Endpoints } from "./endpoint.ts";

/** Finds the endpoint for a method and path: exact paths first, then the longest path that ends in `/`. */
export class Routes {
  private readonly exact = new Map<string, Endpoint>();
  private readonly below: { method: string; prefix: string; endpoint: Endpoint }[] = [];

  constructor(endpoints: Endpoints) {
    for (const [route, endpoint] of Object.entries(endpoints)) {
      const [method = "", path = ""] = route.split(" ");
      if (path.endsWith("/")) this.below.push({ method, prefix: path, endpoint });
      else this.exact.set(route, endpoint);
    }
    this.below.sort((a, b) => b.prefix.length - a.prefix.length);
  }

  find(method: string, path: string): Endpoint | null {
    const found = this.exact.get(`${method} ${path}`);
    if (found) return found;
    return (
      this.below.find((route) => route.method === method && path.startsWith(route.prefix))?.endpoint ?? null
    );
  }

  /** Whether any method has this path: then a preflight is for us, and a wrong method is a mistake. */
  knows(path: string): boolean {
    for (const route of this.exact.keys()) if (route.endsWith(` ${path}`)) return true;
    return this.below.some(({ prefix }) => path.startsWith(prefix));
  }
}
