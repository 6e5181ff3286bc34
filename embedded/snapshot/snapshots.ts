import path from "node:path";
import type { Data } from "../data.ts";
import type { Contents } from "../files/contents.ts";
import type { Endpoints } from "../http/endpoint.ts";
import { snapshotEndpoints } from "./endpoints.ts";
import { Exports } from "./exports.ts";
import { Imports } from "./imports.ts";
import { Uploads } from "./uploads.ts";

export type Snapshots = {
  /** For holders of the admin key. */
  endpoints: Endpoints;
  close(): Promise<void>;
};

type Options = {
  data: Pick<Data, "database" | "archives">;
  contents: Contents;
  onImport(): void;
  onBug(error: unknown): void;
};

/** Archives in and out. What a former run has left of them goes first. */
export async function openSnapshots({ data, contents, onImport, onBug }: Options): Promise<Snapshots> {
  const { database, archives } = data;
  const incoming = path.join(archives, "incoming");
  const shared = { database, contents, onBug };
  const imports = new Imports({ ...shared, folder: incoming, onImport });
  const exports = new Exports({ ...shared, folder: path.join(archives, "outgoing") });
  await imports.open();
  await exports.open();
  return {
    endpoints: snapshotEndpoints(imports, exports, new Uploads(incoming)),
    close: async () => {
      await imports.close();
      await exports.close();
    },
  };
}
