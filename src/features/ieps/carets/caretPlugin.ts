import { type EditorState, Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { initialsOf, personColor } from "#src/ui/Avatar.tsx";
import { draftOf } from "../sync/draftPlugin.ts";
import { type CaretAt, type Placed, placeCaret } from "./placeCaret.ts";

/** Somebody else's caret in this document, as presence tells it. */
export interface RemoteCaret extends CaretAt {
  readonly sessionId: string;
  readonly personId: string;
  readonly name: string;
  readonly color: number;
}

interface Carets {
  readonly carets: readonly RemoteCaret[];
  readonly placed: ReadonlyMap<string, Placed>;
}

const caretKey = new PluginKey<Carets>("carets");

/** Draws others' carets and selections, and keeps them between the letters they stand between. */
export function caretPlugin(): Plugin<Carets> {
  return new Plugin<Carets>({
    key: caretKey,
    state: {
      init: () => ({ carets: [], placed: new Map() }),
      apply(tr, before, _old, state) {
        const carets: readonly RemoteCaret[] = tr.getMeta(caretKey) ?? before.carets;
        if (carets === before.carets && !tr.docChanged && before.placed.size === carets.length) return before;
        const placed = new Map<string, Placed>();
        for (const caret of carets) {
          const last = before.placed.get(caret.sessionId);
          // Presence may run ahead of the text: until its version is here the caret rests where it was.
          const place =
            placeCaret(draftOf(state), caret.personId, caret) ??
            (last && { anchor: tr.mapping.map(last.anchor), head: tr.mapping.map(last.head) });
          if (place) placed.set(caret.sessionId, within(state, place));
        }
        return { carets, placed };
      },
    },
    props: {
      decorations: (state) => decorations(state, caretKey.getState(state)),
    },
  });
}

/** The transaction that shows these carets from now on. */
export function showCarets(state: EditorState, carets: readonly RemoteCaret[]) {
  return state.tr.setMeta(caretKey, carets).setMeta("addToHistory", false);
}

function within({ doc }: EditorState, { anchor, head }: Placed): Placed {
  const most = doc.content.size;
  return { anchor: Math.min(anchor, most), head: Math.min(head, most) };
}

function decorations(state: EditorState, shown: Carets | undefined): DecorationSet {
  if (!shown) return DecorationSet.empty;
  return DecorationSet.create(
    state.doc,
    shown.carets.flatMap((caret) => {
      const place = shown.placed.get(caret.sessionId);
      if (!place) return [];
      const from = Math.min(place.anchor, place.head);
      const to = Math.max(place.anchor, place.head);
      const color = personColor(caret.color);
      const drawn = [
        Decoration.widget(place.head, () => flag(caret, color), {
          // A new key when the caret moves: its label shows the whole name again for a while.
          key: `${caret.sessionId}:${caret.version}:${caret.head}`,
          side: 10,
          ignoreSelection: true,
        }),
      ];
      if (from < to) {
        drawn.push(Decoration.inline(from, to, { class: "others-selection", style: `--person: ${color}` }));
      }
      return drawn;
    }),
  );
}

/** The line and its label: colour, initials that stay, and the whole name while it moves. */
function flag({ name }: RemoteCaret, color: string): HTMLElement {
  const caret = document.createElement("span");
  caret.className = "others-caret";
  caret.style.setProperty("--person", color);
  // Who is here is said by the faces above the section; inside the text it would be read as part of it.
  caret.setAttribute("aria-hidden", "true");
  caret.dataset.caretOf = name;
  const label = document.createElement("span");
  label.className = "others-caret-label";
  label.title = name;
  const whole = document.createElement("span");
  whole.className = "others-caret-name";
  whole.textContent = name;
  const short = document.createElement("span");
  short.className = "others-caret-initials";
  short.textContent = initialsOf(name);
  label.append(whole, short);
  caret.append(label);
  requestAnimationFrame(() => turnAtTheEdge(caret, label));
  return caret;
}

/** A name that would run out of the text hangs on the other side of its line. */
function turnAtTheEdge(caret: HTMLElement, label: HTMLElement): void {
  const text = caret.closest(".draft-text")?.getBoundingClientRect();
  if (!text) return;
  const { left, right } = label.getBoundingClientRect();
  label.toggleAttribute("data-turned", right > text.right || left < text.left);
}
