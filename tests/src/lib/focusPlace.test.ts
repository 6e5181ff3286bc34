import { expect, test } from "vitest";
import { nextFrom, placeOf } from "#src/lib/focusPlace.ts";

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
const buttonIn = (part: Element): string | null => {
  const { name, children } = part as unknown as Part;
  if (name.startsWith("button")) return name;
  return children.map((child) => buttonIn(asElement(child))).find((found) => found !== null) ?? null;
};

function aList() {
  const buttons = ["button a", "button b", "button c"].map((name) => new Part(name));
  const rows = buttons.map((button) => new Part("row", new Part("words"), button));
  const after = new Part("button after the list");
  const page = new Part("page", new Part("list", ...rows), after);
  const goneFrom = (at: number) => {
    const place = placeOf(asElement(buttons[at] as Part));
    rows[at]?.remove();
    return nextFrom(place, asElement(page), buttonIn);
  };
  return { buttons, rows, page, goneFrom };
}

test("when a row goes, focus goes to the one that has moved up into its place", () => {
  expect(aList().goneFrom(0)).toBe("button b");
  expect(aList().goneFrom(1)).toBe("button c");
});

test("after the last row it goes to the one before", () => {
  expect(aList().goneFrom(2)).toBe("button b");
});

test("when the last one left goes, it goes to what follows the list", () => {
  const { rows, goneFrom } = aList();
  rows[1]?.remove();
  rows[2]?.remove();
  expect(goneFrom(0)).toBe("button after the list");
});

test("a place that is still there keeps it", () => {
  const { buttons, page } = aList();
  const place = placeOf(asElement(buttons[1] as Part));
  expect(nextFrom(place, asElement(page), buttonIn)).toBe("button b");
});

test("a button that its own press has switched off hands the focus to the one beside it", () => {
  const [up, down] = [new Part("up, now at the top"), new Part("button down")];
  const page = new Part("page", new Part("row", up, down), new Part("button below"));
  expect(nextFrom(placeOf(asElement(up)), asElement(page), buttonIn)).toBe("button down");
});

test("it does not leave the part that it belongs to", () => {
  const { buttons, rows, page } = aList();
  const place = placeOf(asElement(buttons[0] as Part));
  const [first] = rows;
  buttons[0]?.remove();
  expect(nextFrom(place, asElement(first as Part), buttonIn)).toBeNull();
  expect(nextFrom(place, asElement(page), buttonIn)).toBe("button b");
});
