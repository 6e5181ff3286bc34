import { DatabaseError } from "./errors.ts";

/** Convex's published limits of one function execution and one document (docs.convex.dev/production/state/limits). */
export const LIMITS = {
  documentBytes: 1 << 20,
  documentFields: 1024,
  documentDepth: 16,
  arrayLength: 8192,
  fieldNameLength: 1024,
  documentsRead: 32_000,
  bytesRead: 16 << 20,
  documentsWritten: 16_000,
  bytesWritten: 16 << 20,
  indexRangesRead: 4096,
  indexesPerTable: 64,
  fieldsPerIndex: 16,
  searchResults: 1024,
  searchTerms: 16,
  /** Convex names no such limit: it looks at its best matches only. Here a search reads so many places of words. */
  searchPostings: 8192,
} as const;

const ADVICE_READ =
  "Consider using smaller limits in your queries, paginating your queries, or using indexed queries with a selective index range expressions.";

/** Running cost of one transaction; throws where Convex would. `unlimited` is for the deployment's own work. */
export class Meter {
  documentsRead = 0;
  bytesRead = 0;
  documentsWritten = 0;
  bytesWritten = 0;
  queries = 0;
  /** Places of words that text searches have read. */
  postings = 0;

  constructor(readonly unlimited: boolean) {}

  query(): void {
    this.queries++;
    if (!this.unlimited && this.queries > LIMITS.indexRangesRead) {
      throw new DatabaseError(
        "LimitExceeded",
        `Too many reads in a single function execution (limit: ${LIMITS.indexRangesRead}). ${ADVICE_READ}`,
      );
    }
  }

  read(bytes: number): void {
    this.documentsRead++;
    this.bytesRead += bytes;
    if (this.unlimited) return;
    if (this.documentsRead > LIMITS.documentsRead) {
      throw new DatabaseError(
        "LimitExceeded",
        `Too many documents read in a single function execution (limit: ${LIMITS.documentsRead}). ${ADVICE_READ}`,
      );
    }
    if (this.bytesRead > LIMITS.bytesRead) {
      throw new DatabaseError(
        "LimitExceeded",
        `Too many bytes read in a single function execution (limit: ${LIMITS.bytesRead} bytes). ${ADVICE_READ}`,
      );
    }
  }

  write(bytes: number): void {
    this.documentsWritten++;
    this.bytesWritten += bytes;
    if (this.unlimited) return;
    if (this.documentsWritten > LIMITS.documentsWritten) {
      throw new DatabaseError(
        "LimitExceeded",
        `Too many documents written in a single function execution (limit: ${LIMITS.documentsWritten}).`,
      );
    }
    if (this.bytesWritten > LIMITS.bytesWritten) {
      throw new DatabaseError(
        "LimitExceeded",
        `Too many bytes written in a single function execution (limit: ${LIMITS.bytesWritten} bytes).`,
      );
    }
  }
}
