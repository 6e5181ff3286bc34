import { decodeId } from "../values/id.ts";
import { isPlainObject, type JsonObject, type JsonValue } from "../values/json.ts";
import { DamagedError } from "./directory.ts";

/** A document as it is brought: with or without the fields that the deployment gives. */
export type BroughtRow = JsonObject & { _id?: string; _creationTime?: number };

/** The lines of a text that comes in pieces, without empty ones. */
export async function* linesOf(pieces: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let rest = "";
  for await (const piece of pieces) {
    const lines = (rest + decoded(decoder, piece, name)).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (line.trim() !== "") yield line;
  }
  rest += decoded(decoder, undefined, name);
  if (rest.trim() !== "") yield rest;
}

function decoded(decoder: TextDecoder, piece: Uint8Array | undefined, name: string): string {
  try {
    return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true });
  } catch {
    throw new DamagedError(`${name} is not UTF-8.`);
  }
}

/** The value as a document that the database can keep. `where` begins the sentence about one that it cannot. */
export function asRow(value: JsonValue, where: string): BroughtRow {
  if (!isPlainObject(value)) throw new DamagedError(`${where} is not an object.`);
  const { _id, _creationTime, ...fields } = value;
  if (_id !== undefined && (typeof _id !== "string" || "problem" in decodeId(_id)))
    throw new DamagedError(`${where} has an _id that is none.`);
  if (_creationTime !== undefined && !(typeof _creationTime === "number" && _creationTime > 0))
    throw new DamagedError(`${where} has a _creationTime that is none.`);
  const odd = Object.keys(fields).find((name) => name.startsWith("_"));
  if (odd !== undefined)
    throw new DamagedError(`${where} has a field ${odd}: only the deployment names fields so.`);
  checkValue(fields, where);
  return value as BroughtRow;
}

/** Integers, floats that JSON has no sign for, and bytes stand in objects of one field whose name begins with `$`. */
function checkValue(value: JsonValue, where: string): void {
  if (Array.isArray(value)) {
    for (const item of value) checkValue(item, where);
  } else if (isPlainObject(value)) {
    const special = Object.keys(value).find((name) => name.startsWith("$"));
    if (special !== undefined) checkSpecial(special, value, where);
    else for (const field of Object.values(value)) checkValue(field, where);
  }
}

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

function checkSpecial(name: string, value: JsonObject, where: string): void {
  const text = value[name];
  const isBase64 = Object.keys(value).length === 1 && typeof text === "string" && BASE64.test(text);
  const isNumber = name === "$integer" || name === "$float";
  const fits = isBase64 && (name === "$bytes" || (isNumber && Buffer.from(text, "base64").length === 8));
  if (!fits) throw new DamagedError(`${where} holds a value that is none: ${name}.`);
}
