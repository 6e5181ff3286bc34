import { randomUUID } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import type { Database } from "../database/database.ts";
import { insertRow, removeRow, replaceRow, rows } from "../deploy/systemTables.ts";
import type { Contents } from "../files/contents.ts";
import { badRequest } from "../http/problem.ts";
import { encodeInteger } from "../values/json.ts";
import { writeSnapshot } from "./writeSnapshot.ts";

/** As the CLI reads it. */
type Fields = {
  requestor: "snapshotExport";
  state: "in_progress" | "completed" | "failed";
  start_ts?: object;
  complete_ts?: object;
  zip_object_key?: string;
};
const requestor = "snapshotExport";

/** An archive holds everything: it lies about for as long as a download takes, and no longer. */
const KEPT_MS = 60 * 60 * 1_000;

/** Makes archives of everything at one moment, one at a time, and keeps the newest for a while. */
export class Exports {
  #isBusy = false;
  #newest: { moment: string; file: string } | null = null;
  #expiry: NodeJS.Timeout | undefined;

  constructor(
    private readonly options: {
      database: Database;
      contents: Contents;
      folder: string;
      onBug(error: unknown): void;
    },
  ) {}

  async open(): Promise<void> {
    await rm(this.options.folder, { recursive: true, force: true });
    await mkdir(this.options.folder, { recursive: true });
  }

  async close(): Promise<void> {
    clearTimeout(this.#expiry);
    await rm(this.options.folder, { recursive: true, force: true });
  }

  /** Begins an archive; `_system/cli/exports:getLatest` tells how it goes. */
  async request(includesFiles: boolean): Promise<void> {
    if (this.#isBusy) throw badRequest("ExportInProgress", "There is already an export in progress");
    this.#isBusy = true;
    try {
      const exportId = await this.#begin();
      void this.#make(exportId, includesFiles)
        .catch(this.options.onBug)
        .finally(() => {
          this.#isBusy = false;
        });
    } catch (error) {
      this.#isBusy = false;
      throw error;
    }
  }

  /** The finished archive of a moment, or null. */
  fileOf(moment: string): string | null {
    return this.#newest?.moment === moment ? this.#newest.file : null;
  }

  async #begin(): Promise<string> {
    await this.#forget();
    const { value } = await this.options.database.mutate(async (transaction) => {
      for (const { _id } of [...rows<Fields>(transaction, "_exports", "by_creation_time")])
        removeRow(transaction, _id);
      return insertRow(transaction, "_exports", { requestor, state: "in_progress" });
    });
    return value;
  }

  async #make(exportId: string, includesFiles: boolean): Promise<void> {
    const { database, contents, folder } = this.options;
    const file = path.join(folder, `${randomUUID()}.zip`);
    try {
      const moment = await writeSnapshot(file, { database, contents, includesFiles });
      this.#newest = { moment: String(moment), file };
      this.#expiry = setTimeout(() => void this.#forget().catch(this.options.onBug), KEPT_MS);
      this.#expiry.unref();
      const at = encodeInteger(BigInt(moment));
      await this.#put(exportId, {
        ...{ requestor, state: "completed", start_ts: at, complete_ts: at },
        zip_object_key: path.basename(file),
      });
    } catch (error) {
      this.options.onBug(error);
      await rm(file, { force: true });
      await this.#put(exportId, { requestor, state: "failed" });
    }
  }

  async #forget(): Promise<void> {
    clearTimeout(this.#expiry);
    if (this.#newest) await rm(this.#newest.file, { force: true });
    this.#newest = null;
  }

  async #put(exportId: string, fields: Fields): Promise<void> {
    await this.options.database.mutate(async (transaction) => replaceRow(transaction, exportId, fields));
  }
}
