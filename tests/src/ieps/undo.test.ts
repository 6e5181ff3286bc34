import { history, redo, undo } from "@tiptap/pm/history";
import { EditorState, type Transaction } from "@tiptap/pm/state";
import { Transform } from "@tiptap/pm/transform";
import { expect, test } from "vitest";
import { type Draft, draftPlugin } from "#src/features/ieps/sync/draftPlugin.ts";
import { receive } from "#src/features/ieps/sync/receive.ts";
import { schema, textOf } from "./memoryAuthority.ts";

const start: Draft = { clientId: "me", authorId: "ana", version: 1, nextSerial: 1, pending: [], recent: [] };

/** An editor with an undo history, as in the page, and what others' steps do to it. */
class Writer {
  state = EditorState.create({
    doc: textOf("one two"),
    plugins: [draftPlugin(start), history({ newGroupDelay: 0 })],
  });

  readonly dispatch = (tr: Transaction) => {
    this.state = this.state.apply(tr);
  };

  /** What the server has: in these tests nothing of one's own is confirmed. */
  private confirmed = textOf("one two");

  type(words: string, position: number): void {
    this.dispatch(this.state.tr.insertText(words, position));
  }

  others(words: string, position: number): void {
    const text = new Transform(this.confirmed).insert(position, schema.text(words));
    this.confirmed = text.doc;
    const accepted = text.steps.map((step) => ({ step, clientId: "other", serial: 1, authorId: "ben" }));
    this.dispatch(receive(this.state, accepted).transaction);
  }

  get text(): string {
    return this.state.doc.textContent;
  }
}

test("undo takes back one's own words and leaves what others wrote meanwhile", () => {
  const writer = new Writer();
  writer.type(" mine", 8);
  writer.others("theirs ", 1);
  expect(writer.text).toBe("theirs one two mine");
  undo(writer.state, writer.dispatch);
  expect(writer.text).toBe("theirs one two");
  redo(writer.state, writer.dispatch);
  expect(writer.text).toBe("theirs one two mine");
});

test("with nothing of one's own there is nothing to undo", () => {
  const writer = new Writer();
  writer.others("theirs ", 1);
  expect(undo(writer.state, writer.dispatch)).toBe(false);
  expect(writer.text).toBe("theirs one two");
});

test("one's own words typed around others' come back one after the other", () => {
  const writer = new Writer();
  writer.type("A", 4);
  writer.others("theirs ", 1);
  writer.type("B", 1);
  expect(writer.text).toBe("Btheirs oneA two");
  undo(writer.state, writer.dispatch);
  expect(writer.text).toBe("theirs oneA two");
  undo(writer.state, writer.dispatch);
  expect(writer.text).toBe("theirs one two");
});
