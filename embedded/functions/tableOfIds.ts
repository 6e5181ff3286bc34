import type { Namespace, Transaction } from "../database/database.ts";
import type { TableOfId } from "../values/validator.ts";

/** Tells the tables of ids as `transaction` sees them. */
export function tableOfIds(transaction: Transaction, namespace: Namespace): TableOfId {
  return (id) => {
    for (const { name } of transaction.tables(namespace)) {
      if (transaction.normalizeId(namespace, name, id) === id) return name;
    }
    return null;
  };
}
