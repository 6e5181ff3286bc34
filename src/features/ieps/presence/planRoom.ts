import type { FunctionReturnType } from "convex/server";
import type { api } from "#convex/_generated/api.js";
import type { RemoteCaret } from "../carets/caretPlugin.ts";

type Editors = FunctionReturnType<typeof api.ieps.editors.list>;
export type PresentPerson = Extract<Editors, { audience: "team" }>["editors"][number]["person"];

/** The same empty list each time: who is shown nobody need not be told so again. */
const nobody: readonly never[] = [];

/**
 * Who but me is in a plan, cut into the parts that are shown in different places. Carets move several times a second
 * for each person who types: a part stays the very same value until something in it is different, so that only the
 * text in which a caret moved draws anything.
 */
export class PlanRoom {
  #others: readonly PresentPerson[] = nobody;
  #here: ReadonlyMap<string, readonly PresentPerson[]> = new Map();
  #carets: ReadonlyMap<string, readonly RemoteCaret[]> = new Map();
  readonly #listeners = new Set<() => void>();

  /** Everybody in the plan but me. */
  others = (): readonly PresentPerson[] => this.#others;

  /** Who but me has a caret in the section. */
  inSection(sectionId: string): readonly PresentPerson[] {
    return this.#here.get(sectionId) ?? nobody;
  }

  caretsIn(sectionId: string): readonly RemoteCaret[] {
    return this.#carets.get(sectionId) ?? nobody;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Takes in what the server says now. The family is told no names: for it the room is empty. */
  take(said: Editors, myId: string | undefined): void {
    const team = said.audience === "team" ? said : { editors: [], carets: [] };
    const others = team.editors.filter(({ person }) => person.personId !== myId);
    const here = new Map<string, PresentPerson[]>();
    for (const { person, sectionIds } of others) {
      for (const sectionId of sectionIds) here.set(sectionId, [...(here.get(sectionId) ?? []), person]);
    }
    const carets = new Map<string, RemoteCaret[]>();
    for (const { caretId, sectionId, person, ...at } of team.carets) {
      if (person.personId === myId) continue;
      const caret = { sessionId: caretId, ...person, ...at };
      carets.set(sectionId, [...(carets.get(sectionId) ?? []), caret]);
    }
    this.#others = sameOr(
      this.#others,
      others.map(({ person }) => person),
    );
    this.#here = sameParts(this.#here, here);
    this.#carets = sameParts(this.#carets, carets);
    for (const listener of this.#listeners) listener();
  }
}

function sameOr<Value>(before: Value, now: Value): Value {
  return JSON.stringify(before) === JSON.stringify(now) ? before : now;
}

function sameParts<Value>(
  before: ReadonlyMap<string, Value>,
  now: ReadonlyMap<string, Value>,
): ReadonlyMap<string, Value> {
  return new Map([...now].map(([key, value]) => [key, sameOr(before.get(key) ?? value, value)]));
}
