import { httpActionGeneric, httpRouter, makeFunctionReference } from "convex/server";

const http = httpRouter();

http.route({
  path: "/notes",
  method: "POST",
  handler: httpActionGeneric(async (ctx, request) => {
    const note = (await request.json()) as { text: string; author: string };
    const id: unknown = await ctx.runMutation(makeFunctionReference<"mutation">("notes:add"), note);
    const headers = new Headers({ "content-type": "application/json" });
    headers.append("set-cookie", "a=1; Path=/");
    headers.append("set-cookie", "b=2; Path=/");
    return new Response(JSON.stringify({ id }), { status: 201, headers });
  }),
});

http.route({
  pathPrefix: "/echo/",
  method: "GET",
  handler: httpActionGeneric(async (ctx, request) => {
    const identity = await ctx.auth.getUserIdentity();
    return new Response(`${new URL(request.url).pathname} for ${identity?.subject ?? "nobody"}`);
  }),
});

http.route({
  path: "/broken",
  method: "GET",
  handler: httpActionGeneric(async () => {
    throw new Error("the wire is cut");
  }),
});

export default http;
