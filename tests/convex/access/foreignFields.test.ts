import { ConvexError } from "convex/values";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { argumentsFor } from "#tests/support/arguments.ts";
import { rehearse } from "#tests/support/convexTestBackend.ts";
import { aNeighbourhood, type Neighbourhood } from "#tests/support/neighbourhood.ts";
import { type ObjectShape, publicFunctions, type Shape } from "#tests/support/publicFunctions.ts";

/**
 * What somebody would add to a request in order to become, own or approve what is not theirs. Names that every
 * object inherits ("constructor") get past convex-test's validator; tests/embedded/values.test.ts holds them against the embedded deployment.
 */
const wanted: Record<string, unknown> = {
  role: "administrator",
  organizationId: "anything",
  studentId: "anything",
  personId: "anything",
  authUserId: "anything",
  _id: "anything",
  _creationTime: 0,
  status: "inEffect",
  version: 99,
  approvals: [],
  approvedBy: "anything",
  recordedBy: "anything",
  recordedAt: 0,
  sealedIdentity: "anything",
  isSample: true,
  expiresAt: 9e15,
  prototype: {},
};

let neighbourhood: Neighbourhood;
beforeAll(async () => {
  neighbourhood = await aNeighbourhood();
}, 60_000);

const commands = publicFunctions.filter(({ kind }) => kind === "mutation");

describe.each(commands)("$name", (command) => {
  test("refuses every field it does not name, at every depth", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    const administrator = neighbourhood.neighbours[0]?.caller;
    if (!administrator) throw new Error("Nobody lives here.");
    const ids = neighbourhood.ids["the child"];
    const accepted: string[] = [];
    for (const path of objectsIn(command.args)) {
      for (const [field, value] of Object.entries(wanted)) {
        const args = argumentsFor(command.args, ids);
        if (command.door?.kind === "organization") args.organizationId = neighbourhood.districts.own;
        if (!plant(args, command.args, path, field, value)) continue;
        const { thrown } = await rehearse(administrator, command, args);
        // A refusal by the door or the rules would mean that the field had been let through to them.
        if (!(thrown instanceof Error) || thrown instanceof ConvexError) {
          accepted.push(`${[...path, field].join(".")}`);
        }
      }
    }
    expect(accepted).toEqual([]);
  });
});

/** The paths of every object that an argument can be: the arguments themselves, and objects inside them. */
function objectsIn(shape: ObjectShape): string[][] {
  const inside = Object.entries(shape.value).flatMap(([name, { fieldType }]) =>
    objectShape(fieldType) ? [[name]] : [],
  );
  return [[], ...inside];
}

function objectShape(shape: Shape): ObjectShape | null {
  if (shape.type === "object") return shape;
  if (shape.type === "union") return shape.value.map(objectShape).find((found) => found !== null) ?? null;
  return null;
}

/** Adds the field to the object at the path; false when the object names that field itself. */
function plant(
  args: Record<string, unknown>,
  shape: ObjectShape,
  path: string[],
  field: string,
  value: unknown,
): boolean {
  const [name] = path;
  const inner = name === undefined ? shape : objectShape(shape.value[name]?.fieldType as Shape);
  if (inner === null || Object.hasOwn(inner.value, field)) return false;
  if (name === undefined) {
    args[field] = value;
    return true;
  }
  args[name] = { ...argumentsFor(inner, neighbourhood.ids["the child"]), [field]: value };
  return true;
}
