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

/** Gives back what it is given, as it comes. */
http.route({
  path: "/mirror",
  method: "POST",
  handler: httpActionGeneric(async (_ctx, request) => new Response(request.body)),
});

let turnedAway = 0;

/** Counts aloud, for as long as anybody reads, and each number is kept first. */
http.route({
  path: "/count",
  method: "GET",
  handler: httpActionGeneric(async (ctx) => {
    let count = 0;
    const numbers = new ReadableStream<Uint8Array>({
      async pull(controller) {
        count += 1;
        await ctx.runMutation(makeFunctionReference<"mutation">("notes:add"), {
          text: String(count),
          author: "counting",
        });
        controller.enqueue(new TextEncoder().encode(`${count}\n`));
      },
      cancel() {
        turnedAway += 1;
      },
    });
    return new Response(numbers);
  }),
});

http.route({
  path: "/turned-away",
  method: "GET",
  handler: httpActionGeneric(async () => new Response(String(turnedAway))),
});

/** Breaks off after its first words. */
http.route({
  path: "/torn",
  method: "GET",
  handler: httpActionGeneric(
    async () =>
      new Response(
        new ReadableStream<Uint8Array>({
          start: (controller) => controller.enqueue(new TextEncoder().encode("once upon")),
          async pull(controller) {
            await new Promise((resolve) => setTimeout(resolve, 5));
            controller.error(new Error("torn"));
          },
        }),
      ),
  ),
});

export default http;
