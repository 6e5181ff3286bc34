import { mkdir, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import type { Database } from "../database/database.ts";
import { DatabaseError } from "../database/errors.ts";
import { insertRow, type Row, replaceRow, rows } from "../deploy/systemTables.ts";
import type { Contents } from "../files/contents.ts";
import { Problem } from "../http/problem.ts";
import { encodeInteger } from "../values/json.ts";
import { summaryOf } from "./changes.ts";
import { DamagedError } from "./directory.ts";
import { type KeptFile, type Mode, restore } from "./restore.ts";
import { openSource, type Source } from "./source.ts";
import { type Survey, surveyOf } from "./survey.ts";
import type { Wanted } from "./wanted.ts";

/** As the CLI reads it. */
type State =
  | { state: "uploaded" }
  | { state: "waiting_for_confirmation"; message_to_confirm: string; require_manual_confirmation: boolean }
  | { state: "in_progress"; progress_message: string; checkpoint_messages: string[] }
  | { state: "completed"; num_rows_written: object }
  | { state: "failed"; error_message: string };
type Fields = { state: State; requestor: string };
type Waiting = { wanted: Wanted; file: string; survey: Survey };

const WITHOUT_LIMITS = { unlimited: true };

/** Takes uploaded archives into the database: first all of it is read and checked, then, on demand, written at once. */
export class Imports {
  readonly #waiting = new Map<string, Waiting>();

  constructor(
    private readonly options: {
      database: Database;
      contents: Contents;
      folder: string;
      /** Told after each import: what live queries know may be of another time. */
      onImport(): void;
      onBug(error: unknown): void;
    },
  ) {}

  /** What was under way when the process ended has changed nothing, and its file is gone. */
  async open(): Promise<void> {
    await rm(this.options.folder, { recursive: true, force: true });
    await mkdir(this.options.folder, { recursive: true });
    await this.options.database.mutate(async (transaction) => {
      for (const row of [...rows<Fields>(transaction, "_snapshot_imports", "by_creation_time")]) {
        if (row.state.state === "completed" || row.state.state === "failed") continue;
        const error_message = "The deployment was stopped meanwhile. Nothing was changed: import again.";
        replaceRow(transaction, row._id, { ...fieldsOf(row), state: { state: "failed", error_message } });
      }
    });
  }

  async close(): Promise<void> {
    await rm(this.options.folder, { recursive: true, force: true });
  }

  /** Begins to check an uploaded file, which is its own to remove from now on. Answers the import's id. */
  async begin(file: string, wanted: Wanted): Promise<string> {
    const { value: importId } = await this.options.database.mutate(async (transaction) =>
      insertRow(transaction, "_snapshot_imports", {
        state: { state: "uploaded" },
        requestor: "snapshotImport",
      }),
    );
    void this.#check(importId, file, wanted).catch(this.options.onBug);
    return importId;
  }

  async #check(importId: string, file: string, wanted: Wanted): Promise<void> {
    try {
      const survey = await withSource(file, wanted, surveyOf);
      const { message, removes } = this.#summary(survey, wanted.mode);
      this.#waiting.set(importId, { wanted, file, survey });
      await this.#put(importId, {
        ...{ state: "waiting_for_confirmation", message_to_confirm: message },
        require_manual_confirmation: removes,
      });
    } catch (error) {
      await this.#fail(importId, file, error);
    }
  }

  #summary(survey: Survey, mode: Mode) {
    const transaction = this.options.database.read(WITHOUT_LIMITS);
    try {
      return summaryOf(transaction, survey, mode);
    } finally {
      transaction.close();
    }
  }

  /** Begins to write what was checked. Throws a `Problem` if there is nothing that waits for it. */
  async perform(importId: string): Promise<void> {
    const waiting = this.#waiting.get(importId);
    if (!waiting)
      throw new Problem(404, "ImportNotFound", "There is no such import that waits to be confirmed");
    this.#waiting.delete(importId);
    await this.#put(importId, {
      state: "in_progress",
      progress_message: "Importing",
      checkpoint_messages: [],
    });
    void this.#write(importId, waiting).catch(this.options.onBug);
  }

  async #write(importId: string, { wanted, file, survey }: Waiting): Promise<void> {
    try {
      await withSource(file, wanted, async (source) => {
        const files = await this.#keepFiles(source);
        await this.options.database.mutate(async (transaction) => {
          const written = await restore(transaction, source, survey, { mode: wanted.mode, files });
          const state: State = { state: "completed", num_rows_written: encodeInteger(BigInt(written)) };
          replaceRow(transaction, importId, { state, requestor: "snapshotImport" });
        }, WITHOUT_LIMITS);
      });
      await rm(file, { force: true });
      this.options.onImport();
    } catch (error) {
      await this.#fail(importId, file, error);
    }
  }

  /** Contents come first: a row of a file names bytes that are safely on disk. Those without a row are swept later. */
  async #keepFiles(source: Source): Promise<Map<string, KeptFile>> {
    const kept = new Map<string, KeptFile>();
    for (const { namespace, storageId, pieces } of source.files) {
      const body = Readable.toWeb(Readable.from(pieces())) as ReadableStream<Uint8Array>;
      kept.set(`${namespace}:${storageId}`, await this.options.contents.put(body));
    }
    return kept;
  }

  async #fail(importId: string, file: string, error: unknown): Promise<void> {
    await rm(file, { force: true });
    const isSaid = error instanceof DamagedError || error instanceof DatabaseError;
    if (!isSaid) this.options.onBug(error);
    const words = isSaid ? error.message : "The deployment failed to import this; its log says why.";
    await this.#put(importId, {
      state: "failed",
      error_message: `Hit an error while importing:\n${words}\nNothing was changed.`,
    });
  }

  async #put(importId: string, state: State): Promise<void> {
    await this.options.database.mutate(async (transaction) =>
      replaceRow(transaction, importId, { state, requestor: "snapshotImport" }),
    );
  }
}

async function withSource<T>(file: string, wanted: Wanted, body: (source: Source) => Promise<T>): Promise<T> {
  const source = await openSource(file, wanted);
  try {
    return await body(source);
  } finally {
    await source.close();
  }
}

function fieldsOf({ _id, _creationTime, ...fields }: Row<Fields>): Fields {
  return fields;
}
