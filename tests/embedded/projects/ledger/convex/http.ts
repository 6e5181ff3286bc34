import { httpActionGeneric, httpRouter } from "convex/server";

const http = httpRouter();

http.route({
  path: "/hello",
  method: "GET",
  handler: httpActionGeneric(async (ctx, request) => {
    const identity = await ctx.auth.getUserIdentity();
    const headers = new Headers({ "content-type": "text/plain" });
    headers.append("set-cookie", "a=1");
    headers.append("set-cookie", "b=2");
    return new Response(`hello ${identity?.subject ?? "stranger"} at ${new URL(request.url).pathname}`, {
      headers,
    });
  }),
});

http.route({
  pathPrefix: "/api/auth/",
  method: "POST",
  handler: httpActionGeneric(async (_ctx, request) => new Response(await request.text())),
});

export default http;
