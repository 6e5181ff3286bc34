import type { Namespace, Transaction } from "../database/database.ts";

/**
 * The files that functions keep: bytes on disk, one `_storage` row each (`{sha256, size, contentType?}`, the hash in
 * hexadecimal). A row appears only after its bytes are safely on disk; bytes without a row are swept later, so that a
 * mutation that deletes a row and then fails has lost nothing.
 */
export interface Files {
  /** Where a browser may POST one file within the next hour. */
  uploadUrl(namespace: Namespace): string;
  /** Where the file can be fetched. The address cannot be guessed and stays the same for as long as the file does. */
  url(namespace: Namespace, storageId: string): string;
  /** Keeps the bytes and answers the new `_storage` id. A `sha256` (hex) that does not match refuses the file. */
  store(namespace: Namespace, body: FileBody, about?: FileAbout): Promise<string>;
  /** The file, or null if there is none by that id. */
  open(namespace: Namespace, storageId: string): Promise<StoredFile | null>;
  /** The row's metadata inside a running function, or null. */
  metadata(transaction: Transaction, namespace: Namespace, storageId: string): FileMetadata | null;
}

export type FileBody = ReadableStream<Uint8Array> | Uint8Array;
export type FileAbout = { contentType?: string; sha256?: string };
export type FileMetadata = { sha256: string; size: number; contentType: string | null };
/** Bytes, both ends included. */
export type ByteRange = { start: number; end: number };
export type StoredFile = FileMetadata & { body(range?: ByteRange): ReadableStream<Uint8Array> };
