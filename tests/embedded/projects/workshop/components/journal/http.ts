import { httpActionGeneric, httpRouter, makeFunctionReference } from "convex/server";

const http = httpRouter();

http.route({
  path: "/lines",
  method: "GET",
  handler: httpActionGeneric(async (ctx) =>
    Response.json(await ctx.runQuery(makeFunctionReference<"query">("lines:read"), {})),
  ),
});

export default http;
