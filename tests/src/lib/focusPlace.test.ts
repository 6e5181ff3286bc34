import { expect, test } from "vitest";
import { nextFrom, type Place, placeOf } from "#src/lib/focusPlace.ts";

/** As much of a page as a place needs: parts in parts, some of which take focus. */
class Part {
  children: Part[] = [];
  parentElement: Part | null = null;
  constructor(
    readonly name: string,
    ...children: Part[]
  ) {
    for (const child of children) this.add(child);
  }
  add(child: Part): void {
    child.parentElement = this;
    this.children.push(child);
  }
  remove(): void {
    const siblings = this.parentElement?.children ?? [];
    siblings.splice(siblings.indexOf(this), 1);
    this.parentElement = null;
  }
  contains(other: Part): boolean {
    return other === this || this.children.some((child) => child.contains(other));
  }
}

const asElement = (part: Part) => part as unknown as Element;
const asPart = (element: Element) => element as unknown as Part;
const isButton = (part: Part) => part.name.startsWith("button");
const holdsButton = (part: Part): boolean => isButton(part) || part.children.some(holdsButton);
const buttons = {
  takesFocus: (element: Element) => isButton(asPart(element)),
  holdsFocus: (part: Element) => holdsButton(asPart(part)),
};
const next = (place: Place, end: Part) => {
  const found = nextFrom(place, asElement(end), buttons);
  return found && asPart(found).name;
};

function aList() {
  const removes = ["button a", "button b", "button c"].map((name) => new Part(name));
  const rows = removes.map((button, at) => new Part(`row ${"abc"[at]}`, new Part("words"), button));
  const below = new Part("below the list", new Part("button after the list"));
  const page = new Part("page", new Part("list", ...rows), below);
  const goneFrom = (at: number) => {
    const place = placeOf(asElement(removes[at] as Part));
    rows[at]?.remove();
    return next(place, page);
  };
  return { removes, rows, page, goneFrom };
}

test("when a row goes, focus goes to the one that has moved up into its place, and not to what removes it", () => {
  expect(aList().goneFrom(0)).toBe("row b");
  expect(aList().goneFrom(1)).toBe("row c");
});

test("after the last row it goes to the one before", () => {
  expect(aList().goneFrom(2)).toBe("row b");
});

test("when the last one left goes, it goes to what follows the list", () => {
  const { rows, goneFrom } = aList();
  rows[1]?.remove();
  rows[2]?.remove();
  expect(goneFrom(0)).toBe("below the list");
});

test("a place that is still there keeps it", () => {
  const { removes, page } = aList();
  expect(next(placeOf(asElement(removes[1] as Part)), page)).toBe("button b");
});

test("a button that its own press has switched off hands the focus to its row, not to the one beside it", () => {
  const [up, remove] = [new Part("up, now at the top"), new Part("button remove")];
  const page = new Part("page", new Part("row", up, remove), new Part("button below"));
  expect(next(placeOf(asElement(up)), page)).toBe("row");
});

test("it does not leave the part that it belongs to", () => {
  const { removes, rows, page } = aList();
  const place = placeOf(asElement(removes[0] as Part));
  const [first] = rows;
  removes[0]?.remove();
  expect(next(place, first as Part)).toBeNull();
  expect(next(place, page)).toBe("row b");
});
