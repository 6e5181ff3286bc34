import type { Key } from "../../store/store.ts";
import type { JsonObject } from "../../values/json.ts";
import { afterKey } from "../../values/key.ts";
import type { Namespace } from "../database.ts";
import { DatabaseError } from "../errors.ts";
import { LIMITS } from "../limits.ts";
import type { State } from "../state.ts";
import type { DocumentText, Page, PageOptions, QueryJson } from "../transaction.ts";
import { type Cursor, CursorSeal } from "./cursor.ts";
import { parseQuery, planWalk, runQuery, type Stage, type Walk, Walker } from "./query.ts";

/** A page that read this share of a transaction's limits should be split by the client, as in Convex. */
const SPLIT_SHARE = 0.75;

export function readPage(state: State, namespace: Namespace, query: QueryJson, options: PageOptions): Page {
  state.meter.query();
  const { source, stages } = parseQuery(query);
  const walk = source.type === "Search" ? null : planWalk(state, namespace, source);
  const seal = new CursorSeal(
    state.catalog.stored.cursorSecret,
    JSON.stringify([namespace, walk?.index, query]),
  );
  const from = options.cursor === null ? null : seal.open(options.cursor);
  const until = options.endCursor ? seal.open(options.endCursor) : null;
  if (from === "end") return { ...EMPTY, isDone: true, continueCursor: seal.seal("end") };
  if (source.type === "Search") return readSearchPage(state, namespace, query, options, from, until, seal);
  if (!walk) return { ...EMPTY, isDone: true, continueCursor: seal.seal("end") };
  if (options.pageSize <= 0 && until === null) {
    return { ...EMPTY, isDone: false, continueCursor: options.cursor ?? seal.seal({ after: "" }) };
  }
  return new PageReader(state, narrow(walk, from, until), filters(stages), options, until, seal).read();
}

const EMPTY = { page: [] as DocumentText[], splitCursor: null, pageStatus: null };

function filters(stages: readonly Stage[]) {
  return stages.map((stage) => {
    if (stage.kind === "filter") return stage.test;
    throw new DatabaseError("InvalidQuery", "A query with a limit cannot be paginated.");
  });
}

/** Cuts the walk to what lies behind `from` and up to `until`, in its direction. */
function narrow(walk: Walk, from: Cursor | null, until: Cursor | null): Walk {
  let { start, end } = walk.range;
  const position = keyOf(from);
  const limit = keyOf(until);
  if (walk.reverse) {
    if (position !== null && (end === null || position < end)) end = position;
    if (limit !== null && limit > start) start = limit;
  } else {
    if (position !== null && afterKey(position) > start) start = afterKey(position);
    if (limit !== null && (end === null || afterKey(limit) < end)) end = afterKey(limit);
  }
  return { ...walk, range: { start, end } };
}

function keyOf(cursor: Cursor | null): Key | null {
  return cursor !== null && typeof cursor === "object" && "after" in cursor ? cursor.after : null;
}

class PageReader {
  readonly #page: DocumentText[] = [];
  /** The key behind each row that was read, whether the filters let it pass or not. */
  readonly #keys: Key[] = [];
  #bytes = 0;

  constructor(
    readonly state: State,
    readonly walk: Walk,
    readonly tests: readonly ((document: JsonObject) => boolean)[],
    readonly options: PageOptions,
    readonly until: Cursor | null,
    readonly seal: CursorSeal,
  ) {}

  read(): Page {
    const { pageSize } = this.options;
    const walker = new Walker(this.state, this.walk);
    try {
      for (;;) {
        // A pinned page has as many documents as lie between its cursors; any other stops when it is full.
        if (this.until === null && this.#page.length >= pageSize) return this.#finish(false);
        if (this.#isExhausted()) return this.#finish(false);
        const row = walker.next();
        if (!row) return this.#finish(true);
        this.#keys.push(row.key);
        this.#bytes += row.text.length;
        if (this.#passes(row.text)) this.#page.push(row.text);
      }
    } finally {
      walker.close();
    }
  }

  #passes(text: DocumentText): boolean {
    if (this.tests.length === 0) return true;
    const document = JSON.parse(text) as JsonObject;
    return this.tests.every((test) => test(document));
  }

  /** Whether reading on would cost more than the caller allows. */
  #isExhausted(): boolean {
    const { maximumRowsRead, maximumBytesRead } = this.options;
    return (
      this.#keys.length >= (maximumRowsRead ?? Infinity) || this.#bytes >= (maximumBytesRead ?? Infinity)
    );
  }

  #finish(reachedEnd: boolean): Page {
    const last = this.#keys.at(-1) ?? "";
    const position: Cursor = this.until ?? (reachedEnd ? "end" : { after: last });
    const middle = this.#keys.length > 1 ? this.#keys[Math.floor((this.#keys.length - 1) / 2)] : undefined;
    return {
      page: this.#page,
      isDone: position === "end",
      continueCursor: this.seal.seal(position),
      splitCursor: middle === undefined ? null : this.seal.seal({ after: middle }),
      pageStatus: this.#status(reachedEnd),
    };
  }

  /** Only a pinned page can be cut short: any other ends where it stopped. */
  #status(reachedEnd: boolean): Page["pageStatus"] {
    if (this.until !== null && !reachedEnd) return "SplitRequired";
    const rows = Math.min(this.options.maximumRowsRead ?? Infinity, LIMITS.documentsRead);
    const bytes = Math.min(this.options.maximumBytesRead ?? Infinity, LIMITS.bytesRead);
    const isWide = this.#keys.length > rows * SPLIT_SHARE || this.#bytes > bytes * SPLIT_SHARE;
    return isWide ? "SplitRecommended" : null;
  }
}

function readSearchPage(
  state: State,
  namespace: Namespace,
  query: QueryJson,
  { pageSize }: PageOptions,
  from: Cursor | null,
  until: Cursor | null,
  seal: CursorSeal,
): Page {
  const skip = from !== null && typeof from === "object" && "skip" in from ? from.skip : 0;
  const end =
    until !== null && typeof until === "object" && "skip" in until
      ? until.skip
      : until === "end"
        ? Infinity
        : skip + pageSize;
  const page: DocumentText[] = [];
  let seen = 0;
  for (const text of runQuery(state, namespace, query)) {
    if (seen >= end) return { ...EMPTY, page, isDone: false, continueCursor: seal.seal({ skip: seen }) };
    if (seen++ >= skip) page.push(text);
  }
  return { ...EMPTY, page, isDone: true, continueCursor: seal.seal("end") };
}
