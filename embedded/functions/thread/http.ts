import {
  type CarriedBody,
  discard,
  type Packed,
  packLong,
  packShort,
  packWhatIsReady,
  unpack,
} from "./body.ts";

/** Name and value, in order: several `set-cookie` headers stay apart. */
type Headers = [name: string, value: string][];

export type CarriedRequest = { url: string; method: string; headers: Headers; body: CarriedBody };
export type CarriedResponse = { status: number; statusText: string; headers: Headers; body: CarriedBody };

type PackedRequest = Omit<Packed, "body"> & { request: CarriedRequest };
type PackedResponse = Omit<Packed, "body"> & { response: CarriedResponse };

/** A body that says it is no longer than this crosses at once. */
const SHORT = 64 * 1024;

export async function packRequest(request: Request): Promise<PackedRequest> {
  const { url, method } = request;
  const { body, ...rest } = await packRequestBody(request);
  return { request: { url, method, headers: [...request.headers], body }, ...rest };
}

async function packRequestBody({ body, headers }: Request): Promise<Packed> {
  if (body === null) return await packWhatIsReady(null);
  const size = Number(headers.get("content-length") ?? Number.POSITIVE_INFINITY);
  return size <= SHORT ? await packShort(body) : packLong(body);
}

export function unpackRequest({ url, method, headers, body }: CarriedRequest, signal: AbortSignal): Request {
  const init: RequestInit & { duplex: "half" } = { method, headers, signal, duplex: "half" };
  return new Request(url, body === null ? init : { ...init, body: unpack(body) });
}

export async function packResponse(response: Response): Promise<PackedResponse> {
  const { status, statusText, headers } = response;
  const { body, ...rest } = await packWhatIsReady(response.body);
  return { response: { status, statusText, headers: [...headers], body }, ...rest };
}

export function unpackResponse({ body, headers, ...init }: CarriedResponse): Response {
  const response = new Response(unpack(body), { ...init, headers });
  // Known now, whatever the function said: it need not be sent in pieces.
  if (body instanceof Uint8Array && !response.headers.has("content-length")) {
    response.headers.set("content-length", String(body.byteLength));
  }
  return response;
}

/** The same answer without its body. */
export function unpackHead({ body, headers, ...init }: CarriedResponse): Response {
  discard(body);
  return new Response(null, { ...init, headers });
}
