import type { Chance } from "./chance.ts";
import type { ObjectShape, Shape } from "./publicFunctions.ts";

/** Arguments that a validator accepts, drawn by chance; `idOf` chooses the id wherever one may stand, however deep. */
export function randomArguments(
  shape: ObjectShape,
  chance: Chance,
  idOf: (table: string) => string,
): Record<string, unknown> {
  const draw = (name: string, wanted: Shape): unknown => {
    switch (wanted.type) {
      case "id":
        return idOf(wanted.tableName);
      case "literal":
        return wanted.value;
      case "union":
        return draw(name, chance.pick(wanted.value));
      case "array":
        return Array.from({ length: chance.below(3) }, () => draw(name, wanted.value));
      case "record":
        return {};
      case "object":
        return object(wanted);
      case "string":
        return name.endsWith("On") || name === "on" ? `2026-01-${10 + chance.below(20)}` : `some ${name}`;
      case "number":
        return chance.below(10);
      case "boolean":
        return chance.next() < 0.5;
      case "bigint":
        return 1n;
      case "bytes":
        return new ArrayBuffer(0);
      case "null":
      case "any":
        return null;
    }
  };
  const object = ({ value }: ObjectShape): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(value)
        .filter(([, { optional }]) => !optional || chance.next() < 0.7)
        .map(([name, { fieldType }]) => [name, draw(name, fieldType)]),
    );
  return object(shape);
}
