import { AsyncResource } from "node:async_hooks";
import { MessageChannel, type MessagePort, type TransferListItem } from "node:worker_threads";

type Body = ReadableStream<Uint8Array>;

/** A body between two threads: none, whole, or piece by piece through a port of its own. */
export type CarriedBody = null | Uint8Array<ArrayBuffer> | MessagePort;

/** A body ready to be sent, with what has to be handed over with it. `sent` resolves when all of it has been. */
export type Packed = { body: CarriedBody; transfer: TransferListItem[]; sent: Promise<void> };

type Piece = { bytes: Uint8Array } | { end: true } | { error: string };
type Wish = "more" | "enough";

/** Hands over what is at hand: whole if the body ends with it, else as the beginning of a stream. */
export async function packWhatIsReady(body: Body | null): Promise<Packed> {
  if (body === null) return nothing();
  const reader = body.getReader();
  const pieces: Uint8Array[] = [];
  for (;;) {
    const next = reader.read();
    const piece = await Promise.race([next, nextTurn()]).catch(() => undefined);
    if (piece === undefined) return packStream(reader, pieces, next);
    if (piece.done) return packWhole(pieces);
    pieces.push(piece.value);
  }
}

/** Waits for all of a short body; one that fails on the way fails at the other end. */
export async function packShort(body: Body): Promise<Packed> {
  const reader = body.getReader();
  const pieces: Uint8Array[] = [];
  for (;;) {
    const next = reader.read();
    const piece = await next.catch(() => undefined);
    if (piece === undefined) return packStream(reader, pieces, next);
    if (piece.done) return packWhole(pieces);
    pieces.push(piece.value);
  }
}

export function packLong(body: Body): Packed {
  return packStream(body.getReader(), []);
}

/** What arrived, as a body for a `Request` or a `Response`. */
export function unpack(body: CarriedBody): Body | Uint8Array<ArrayBuffer> | null {
  return body === null || body instanceof Uint8Array ? body : receive(body);
}

/** Lets go of a body that nobody will read. */
export function discard(body: CarriedBody): void {
  if (body === null || body instanceof Uint8Array) return;
  body.postMessage("enough" satisfies Wish);
  body.close();
}

const nothing = (): Packed => ({ body: null, transfer: [], sent: Promise.resolve() });

function packWhole(pieces: readonly Uint8Array[]): Packed {
  // A copy in any case: what arrived may lie in memory that others share.
  const bytes = new Uint8Array(pieces.reduce((size, piece) => size + piece.byteLength, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.byteLength;
  }
  return { body: bytes, transfer: [bytes.buffer], sent: Promise.resolve() };
}

type Reader = ReadableStreamDefaultReader<Uint8Array>;

function packStream(reader: Reader, begun: Uint8Array[], awaited?: ReturnType<Reader["read"]>): Packed {
  const { port1: port, port2: other } = new MessageChannel();
  let next = awaited;
  // Whatever makes the pieces belongs to the function that answered with them, and may ask in its name.
  const sendNext = AsyncResource.bind(async (): Promise<void> => {
    const first = begun.shift();
    if (first !== undefined) return post(port, first);
    try {
      const { done, value } = await (next ?? reader.read());
      next = undefined;
      if (!done) return post(port, value);
      port.postMessage({ end: true } satisfies Piece);
    } catch (thrown) {
      port.postMessage({ error: thrown instanceof Error ? thrown.message : String(thrown) } satisfies Piece);
    }
  });
  port.on("message", (wish: Wish) => {
    if (wish === "more") void sendNext();
    else port.close();
  });
  const sent = new Promise<void>((resolve) => {
    port.on("close", () => {
      // After the end this does nothing.
      reader.cancel("Nobody reads this any more.").then(resolve, () => resolve());
    });
  });
  return { body: other, transfer: [other], sent };
}

function post(port: MessagePort, piece: Uint8Array): void {
  const bytes = new Uint8Array(piece);
  port.postMessage({ bytes } satisfies Piece, [bytes.buffer]);
}

/** A body whose other end is gone before it has ended fails. */
function receive(port: MessagePort): Body {
  let pulled: (() => void) | undefined;
  let ended = false;
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const end = (piece: Exclude<Piece, { bytes: Uint8Array }>) => {
          if (ended) return;
          ended = true;
          if ("end" in piece) controller.close();
          else controller.error(new Error(piece.error));
          port.close();
          pulled?.();
        };
        port.on("message", (piece: Piece) => {
          if (!("bytes" in piece)) return end(piece);
          if (!ended) controller.enqueue(piece.bytes);
          pulled?.();
        });
        port.on("close", () => end({ error: "The thread that wrote this has ended." }));
        port.unref();
      },
      pull() {
        port.postMessage("more" satisfies Wish);
        return new Promise<void>((resolve) => {
          pulled = resolve;
        });
      },
      cancel() {
        ended = true;
        port.postMessage("enough" satisfies Wish);
        port.close();
      },
    },
    { highWaterMark: 0 },
  );
}

function nextTurn(): Promise<undefined> {
  return new Promise((resolve) => {
    setImmediate(() => resolve(undefined));
  });
}
