/** Lets pages of any origin call the API: callers prove who they are with tokens, never with cookies (HTTP-05). */
export function allowAnyOrigin(request: Request, response: Response): Response {
  const origin = request.headers.get("origin");
  if (origin === null) return response;
  const allowed = new Response(response.body, response);
  allowed.headers.set("access-control-allow-origin", "*");
  allowed.headers.set("access-control-expose-headers", "content-range, digest");
  return allowed;
}

export function preflight(request: Request): Response {
  const asked = request.headers.get("access-control-request-headers");
  return new Response(null, {
    status: 204,
    headers: {
      "access-control-allow-origin": "*",
      "access-control-allow-methods": "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS",
      "access-control-allow-headers": asked ?? "authorization, content-type, convex-client",
      "access-control-max-age": "86400",
    },
  });
}
