import type { Table } from "./catalog.ts";
import type { Namespace } from "./database.ts";
import { requireTable } from "./documents.ts";
import { DatabaseError } from "./errors.ts";
import type { State } from "./state.ts";

/** See `Schemas.numberTables`: an id tells its table by number, so only empty tables can change theirs. */
export function numberTables(
  state: State,
  namespace: Namespace,
  wanted: ReadonlyMap<string, number | null>,
): void {
  for (const name of wanted.keys()) requireTable(state, namespace, name);
  const changes = new Map<string, number>();
  const takenBy = new Map<number, string>();
  for (const [name, number] of wanted) {
    if (number === null) continue;
    const other = takenBy.get(number);
    if (other !== undefined) throw conflict(name, other, number);
    takenBy.set(number, name);
    const table = state.catalog.table(namespace, name);
    if (!table || table.number === number) continue;
    if (!isEmpty(state, table)) throw conflict(name, name, number);
    changes.set(name, number);
    const holder = state.catalog.tableByNumber(namespace, number);
    if (!holder || (wanted.get(holder.name) ?? null) !== null) continue;
    if (!isEmpty(state, holder)) throw conflict(name, holder.name, number);
    changes.set(holder.name, freshNumber(state, wanted, changes));
  }
  if (changes.size > 0) state.changeCatalog(state.catalog.withNumbers(namespace, changes));
}

/** Above all numbers that are given, so that it is nobody's. */
function freshNumber(state: State, ...given: ReadonlyMap<string, number | null>[]): number {
  const numbers = given.flatMap((some) => [...some.values()].filter((number) => number !== null));
  return Math.max(state.catalog.stored.nextTable, ...numbers.map((number) => number + 1));
}

function isEmpty(state: State, table: Table): boolean {
  const scan = state.view.scan(table.byId, { start: "", end: null }, false);
  const first = scan.next();
  scan.close();
  return first === undefined;
}

function conflict(name: string, holder: string, number: number): DatabaseError {
  const words =
    name === holder
      ? `its documents have other ids: replace it, or clear it first`
      : `table "${holder}" has that number`;
  return new DatabaseError("InvalidTable", `Table "${name}" cannot get number ${number}: ${words}.`);
}
