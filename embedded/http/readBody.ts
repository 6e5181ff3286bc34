import { badRequest, Problem } from "./problem.ts";

/** What a function's arguments may weigh (16 MiB), and the envelope around them. */
export const MAX_BODY_BYTES = 18 * 1024 * 1024;

/** The whole body as text. Throws a `Problem` if it is larger than `limit` bytes. */
export async function readText(request: Request, limit = MAX_BODY_BYTES): Promise<string> {
  const announced = Number(request.headers.get("content-length") ?? 0);
  if (announced > limit) throw tooLarge(limit);
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of request.body ?? []) {
    size += piece.byteLength;
    if (size > limit) throw tooLarge(limit);
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}

/** The same request, whose body fails to be read beyond `limit` bytes. Throws a `Problem` if it says so beforehand. */
export function limited(request: Request, limit: number): Request {
  const announced = request.headers.get("content-length");
  if (Number(announced ?? 0) > limit) throw tooLarge(limit);
  // Node delivers no more than was announced.
  if (request.body === null || announced !== null) return request;
  let size = 0;
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(piece, controller) {
      size += piece.byteLength;
      if (size > limit) controller.error(tooLarge(limit));
      else controller.enqueue(piece);
    },
  });
  const init: RequestInit & { duplex: "half" } = { body: request.body.pipeThrough(counted), duplex: "half" };
  return new Request(request, init);
}

/** The body as a JSON object. Throws a `Problem` if it is none. */
export async function readObject(request: Request, limit = MAX_BODY_BYTES): Promise<Record<string, unknown>> {
  const text = await readText(request, limit);
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    // Falls through to the same refusal as JSON that is no object.
  }
  throw badRequest("BadJsonBody", "The body is not a JSON object");
}

function tooLarge(limit: number): Problem {
  return new Problem(413, "PayloadTooLarge", `The body is larger than ${limit} bytes`);
}
