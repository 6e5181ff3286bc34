import { createCipheriv, createDecipheriv, createHmac } from "node:crypto";
import type { Key } from "../../store/store.ts";
import { DatabaseError } from "../errors.ts";

/**
 * A place between two entries of the index, so that a page keeps its bounds while documents come and go: "after this
 * key" in the query's direction, or the end. Text search has no stable order, so there it is a number of results.
 */
export type Cursor = { after: Key } | { skip: number } | "end";

const END = "end";
const NONCE_LENGTH = 12;
const TAG_LENGTH = 16;

/**
 * Cursors as clients hold them. A key repeats fields of a document that the client may not see (a filter may have
 * passed over it), so it is encrypted; and since the query is authenticated along with it, a cursor serves the query
 * that made it and no other. The same place always gives the same text (the nonce is a keyed digest of it), so an
 * unchanged page stays equal to itself.
 */
export class CursorSeal {
  readonly #secret: Buffer;
  readonly #query: string;

  constructor(secret: string, query: string) {
    this.#secret = Buffer.from(secret, "base64");
    this.#query = query;
  }

  seal(cursor: Cursor): string {
    if (cursor === "end") return END;
    const place = Buffer.from("after" in cursor ? `a${cursor.after}` : `s${cursor.skip}`, "latin1");
    const digest = createHmac("sha256", this.#secret).update(this.#query).update("\0").update(place).digest();
    const nonce = digest.subarray(0, NONCE_LENGTH);
    const cipher = createCipheriv("aes-256-gcm", this.#secret, nonce).setAAD(Buffer.from(this.#query));
    const sealed = [nonce, cipher.update(place), cipher.final()];
    return Buffer.concat([...sealed, cipher.getAuthTag()]).toString("base64url");
  }

  /** Throws `InvalidCursor`, which Convex's client answers by starting over. */
  open(text: string): Cursor {
    if (text === END) return "end";
    const bytes = Buffer.from(text, "base64url");
    try {
      const decipher = createDecipheriv("aes-256-gcm", this.#secret, bytes.subarray(0, NONCE_LENGTH), {
        authTagLength: TAG_LENGTH,
      })
        .setAAD(Buffer.from(this.#query))
        .setAuthTag(bytes.subarray(-TAG_LENGTH));
      const place = decipher.update(bytes.subarray(NONCE_LENGTH, -TAG_LENGTH)).toString("latin1");
      decipher.final();
      return place.startsWith("a") ? { after: place.slice(1) } : { skip: Number(place.slice(1)) };
    } catch {
      throw new DatabaseError(
        "InvalidCursor",
        `InvalidCursor: Tried to run a query starting from a cursor, but it looks like this cursor is from a different query: ${JSON.stringify(text)}.`,
      );
    }
  }
}
