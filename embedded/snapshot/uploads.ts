import { randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { badRequest } from "../http/problem.ts";
import { limited } from "../http/readBody.ts";

/** What one part may weigh; the CLI sends 5 MiB, and more only of files above 50 GiB. */
const PART_BYTES = 128 * 1024 * 1024;

/** Files that arrive in parts. */
export class Uploads {
  constructor(private readonly folder: string) {}

  async begin(): Promise<string> {
    const token = randomUUID();
    await mkdir(this.#place(token), { recursive: true });
    return token;
  }

  /** Keeps a part and answers its token. */
  async keepPart(token: string, number: number, request: Request): Promise<string> {
    if (!Number.isSafeInteger(number) || number < 1) throw badRequest("BadPart", "Parts are numbered from 1");
    const { body } = limited(request, PART_BYTES);
    const source = body
      ? Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0])
      : Readable.from([]);
    await pipeline(source, createWriteStream(this.#part(token, number), { mode: 0o600 }));
    return String(number);
  }

  /** The parts as one file, in the order of their tokens. */
  async finish(token: string, partTokens: readonly string[]): Promise<string> {
    const whole = path.join(this.folder, `${randomUUID()}.upload`);
    try {
      const parts = partTokens.map((part) => this.#part(token, Number(part)));
      await pipeline(piecesOf(parts), createWriteStream(whole, { mode: 0o600 }));
    } catch {
      await rm(whole, { force: true });
      throw badRequest("BadUpload", "A part of this upload is missing: begin anew");
    }
    await rm(this.#place(token), { recursive: true, force: true });
    return whole;
  }

  #place(token: string): string {
    if (!/^[0-9a-f-]{36}$/.test(token)) throw badRequest("BadUpload", "There is no such upload");
    return path.join(this.folder, token);
  }

  #part(token: string, number: number): string {
    return path.join(this.#place(token), String(number));
  }
}

async function* piecesOf(files: readonly string[]): AsyncGenerator<Buffer> {
  for (const file of files) yield* createReadStream(file) as AsyncIterable<Buffer>;
}
