import type { Database, Namespace, Transaction } from "../database/database.ts";
import { badRequest, Problem } from "../http/problem.ts";
import type { Contents } from "./contents.ts";
import type { FileAbout, FileBody, FileMetadata, Files, StoredFile } from "./files.ts";
import type { Signer } from "./signature.ts";

const UPLOAD_URL_MS = 60 * 60 * 1_000;

type Row = { sha256: string; size: number; contentType?: string };

/** Files whose contents lie on disk and whose rows are in `_storage`. */
export class FileStore implements Files {
  constructor(
    private readonly options: {
      database: Database;
      contents: Contents;
      signer: Signer;
      origin: string;
    },
  ) {}

  uploadUrl(namespace: Namespace): string {
    const until = String(Date.now() + UPLOAD_URL_MS);
    const signature = this.options.signer.sign("upload", namespace, until);
    const words = new URLSearchParams({
      until,
      signature,
      ...(namespace === "" ? {} : { component: namespace }),
    });
    return `${this.options.origin}/api/storage/upload?${words}`;
  }

  /** The namespace that an upload URL was made for. Throws a `Problem` if it is none of ours, or too old. */
  namespaceOfUpload(words: URLSearchParams): Namespace {
    const namespace = words.get("component") ?? "";
    const until = words.get("until") ?? "";
    if (!this.options.signer.verify(words.get("signature") ?? "", "upload", namespace, until))
      throw new Problem(403, "Unauthorized", "This is not a valid upload URL");
    if (Number(until) < Date.now()) throw new Problem(403, "Unauthorized", "This upload URL has expired");
    return namespace;
  }

  url(namespace: Namespace, storageId: string): string {
    const signature = this.options.signer.sign("file", namespace, storageId);
    const component = namespace === "" ? "" : `?component=${encodeURIComponent(namespace)}`;
    return `${this.options.origin}/api/storage/${storageId}.${signature}${component}`;
  }

  /** The id in a file's address, or null if the address was made up. */
  idOfName(namespace: Namespace, name: string): string | null {
    const [storageId = "", signature = ""] = name.split(".");
    return this.options.signer.verify(signature, "file", namespace, storageId) ? storageId : null;
  }

  async store(namespace: Namespace, body: FileBody, about: FileAbout = {}): Promise<string> {
    const { sha256, size } = await this.options.contents.put(body);
    if (about.sha256 !== undefined && about.sha256.toLowerCase() !== sha256)
      throw badRequest("BadChecksum", `The file's SHA-256 is ${sha256}, not ${about.sha256}`);
    const row: Row = { sha256, size, ...(about.contentType ? { contentType: about.contentType } : {}) };
    const { value } = await this.options.database.mutate(async (transaction) =>
      transaction.insert(namespace, "_storage", row),
    );
    return value;
  }

  async open(namespace: Namespace, storageId: string): Promise<StoredFile | null> {
    const transaction = this.options.database.read();
    try {
      const metadata = this.metadata(transaction, namespace, storageId);
      if (metadata === null) return null;
      return { ...metadata, body: (range) => this.options.contents.read(metadata.sha256, range) };
    } finally {
      transaction.close();
    }
  }

  metadata(transaction: Transaction, namespace: Namespace, storageId: string): FileMetadata | null {
    const id = transaction.normalizeId(namespace, "_storage", storageId);
    const text = id === null ? null : transaction.get(namespace, id, "_storage");
    if (text === null) return null;
    const { sha256, size, contentType = null } = JSON.parse(text) as Row;
    return { sha256, size, contentType };
  }

  /** Removes the contents that no row of any component names any more, and that came before `youngest`, ms. */
  async sweep(youngest?: number): Promise<number> {
    const transaction = this.options.database.read({ unlimited: true });
    const named = new Set<string>();
    try {
      for (const namespace of transaction.namespaces()) {
        if (!transaction.tables(namespace).some(({ name }) => name === "_storage")) continue;
        const source = { type: "FullTableScan", tableName: "_storage", order: "asc" };
        const rows = transaction.query(namespace, { source, operators: [] });
        for (let row = rows.next(); !row.done; row = rows.next())
          named.add((JSON.parse(row.value) as Row).sha256);
      }
    } finally {
      transaction.close();
    }
    return await this.options.contents.sweep((sha256) => named.has(sha256), youngest);
  }
}
