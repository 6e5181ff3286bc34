import type { Timestamp } from "../database/database.ts";
import type { Credential } from "../identity/authenticator.ts";
import { decodeMoment } from "./moment.ts";

/** What a client may say. Arguments are kept as JSON text, which is how functions take them. */
export type ClientMessage = Connect | ModifyQuerySet | MutationRequest | ActionRequest | Authenticate | Event;

export type Connect = {
  type: "Connect";
  sessionId: string;
  maxObservedTimestamp: Timestamp | null;
  /** The client's clock in milliseconds, to tell it how far off it is. */
  clientTs: number | null;
};
export type ModifyQuerySet = {
  type: "ModifyQuerySet";
  baseVersion: number;
  newVersion: number;
  modifications: (AddQuery | RemoveQuery)[];
};
export type AddQuery = {
  type: "Add";
  queryId: number;
  path: string;
  args: string;
  journal: string | null;
  componentPath: string;
};
export type RemoveQuery = { type: "Remove"; queryId: number };
export type MutationRequest = FunctionRequest & { type: "Mutation" };
export type ActionRequest = FunctionRequest & { type: "Action" };
type FunctionRequest = { requestId: number; path: string; args: string; componentPath: string };
export type Authenticate = { type: "Authenticate"; baseVersion: number; credential: Credential };
export type Event = { type: "Event" };

/** The frame is not a message of the protocol; the socket is closed with this reason. */
export class InvalidMessage extends Error {}

/** Reads one frame. Throws `InvalidMessage` with a reason that names the field. */
export function parseClientMessage(frame: string): ClientMessage {
  let json: unknown;
  try {
    json = JSON.parse(frame);
  } catch {
    throw new InvalidMessage("not JSON");
  }
  const fields = object(json, "message");
  switch (fields.type) {
    case "Connect":
      return {
        type: "Connect",
        sessionId: uuid(fields.sessionId),
        maxObservedTimestamp: optionalMoment(fields.maxObservedTimestamp),
        clientTs: typeof fields.clientTs === "number" ? fields.clientTs : null,
      };
    case "ModifyQuerySet":
      return {
        type: "ModifyQuerySet",
        baseVersion: integer(fields.baseVersion, "baseVersion"),
        newVersion: integer(fields.newVersion, "newVersion"),
        modifications: list(fields.modifications, "modifications").map(queryModification),
      };
    case "Mutation":
    case "Action":
      return {
        type: fields.type,
        requestId: integer(fields.requestId, "requestId"),
        path: text(fields.udfPath, "udfPath"),
        args: argumentsText(fields.args),
        componentPath: optionalText(fields.componentPath, "componentPath") ?? "",
      };
    case "Authenticate":
      return {
        type: "Authenticate",
        baseVersion: integer(fields.baseVersion, "baseVersion"),
        credential: credential(fields),
      };
    case "Event":
      return { type: "Event" };
    default:
      throw new InvalidMessage("unknown type");
  }
}

function queryModification(json: unknown): AddQuery | RemoveQuery {
  const fields = object(json, "modification");
  const queryId = integer(fields.queryId, "queryId");
  if (fields.type === "Remove") return { type: "Remove", queryId };
  if (fields.type !== "Add") throw new InvalidMessage("unknown modification");
  return {
    type: "Add",
    queryId,
    path: text(fields.udfPath, "udfPath"),
    args: argumentsText(fields.args),
    journal: optionalText(fields.journal, "journal"),
    componentPath: optionalText(fields.componentPath, "componentPath") ?? "",
  };
}

function credential(fields: Record<string, unknown>): Credential {
  switch (fields.tokenType) {
    case "None":
      return { kind: "none" };
    case "User":
      return { kind: "token", token: text(fields.value, "value") };
    case "Admin": {
      const { impersonating } = fields;
      return {
        kind: "admin",
        key: text(fields.value, "value"),
        actingAs:
          impersonating === undefined || impersonating === null
            ? null
            : object(impersonating, "impersonating"),
      };
    }
    default:
      throw new InvalidMessage("unknown tokenType");
  }
}

/** The wire has an array of one object; its text is passed on as it is. */
function argumentsText(json: unknown): string {
  const [first = {}, ...more] = list(json, "args");
  if (more.length > 0) throw new InvalidMessage("args holds more than one value");
  try {
    return JSON.stringify(object(first, "args"));
  } catch (error) {
    if (error instanceof InvalidMessage) throw error;
    throw new InvalidMessage("args are nested too deep");
  }
}

function object(json: unknown, name: string): Record<string, unknown> {
  if (typeof json !== "object" || json === null || Array.isArray(json))
    throw new InvalidMessage(`${name} is not an object`);
  return json as Record<string, unknown>;
}

function list(json: unknown, name: string): unknown[] {
  if (!Array.isArray(json)) throw new InvalidMessage(`${name} is not an array`);
  return json;
}

function text(json: unknown, name: string): string {
  if (typeof json !== "string") throw new InvalidMessage(`${name} is not a string`);
  return json;
}

function optionalText(json: unknown, name: string): string | null {
  return json === undefined || json === null ? null : text(json, name);
}

function integer(json: unknown, name: string): number {
  if (typeof json !== "number" || !Number.isInteger(json) || json < 0 || json > 0xffff_ffff)
    throw new InvalidMessage(`${name} is not an unsigned integer`);
  return json;
}

function uuid(json: unknown): string {
  const value = text(json, "sessionId");
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value))
    throw new InvalidMessage("sessionId is not a UUID");
  return value.toLowerCase();
}

function optionalMoment(json: unknown): Timestamp | null {
  if (json === undefined || json === null) return null;
  const moment = decodeMoment(text(json, "maxObservedTimestamp"));
  if (moment === null) throw new InvalidMessage("maxObservedTimestamp is not a timestamp");
  return moment;
}
