import type axe from "axe-core";

type Axe = typeof axe;
type Asked = {
  /** Looks of text that were found readable in this run. */
  known: readonly string[];
  colour: readonly string[];
  /** The tags of all rules, those of colour among them. */
  everything: readonly string[];
};
type Told = {
  broken: { id: string; nodes: { where: string; what: string | undefined }[] }[];
  readable: string[];
};

/**
 * Runs in the page: which rules it breaks. Those about colours, four fifths of the cost, are asked of text only that
 * looks like none which was found readable before. Two texts look alike when their colour, size and weight are the
 * same, and so is everything that their ancestors paint.
 */
export async function judge({ known, colour, everything }: Asked): Promise<Told> {
  const { run } = (globalThis as unknown as { axe: Axe }).axe;
  const painted = new Map<Element, string>();
  const PLAIN = "rgba(0, 0, 0, 0) none 1 none normal static";

  function paintedBehind(element: Element | null): string {
    if (element === null) return "";
    const before = painted.get(element);
    if (before !== undefined) return before;
    const style = getComputedStyle(element);
    const own = `${style.backgroundColor} ${style.backgroundImage} ${style.opacity} ${style.filter} ${style.mixBlendMode} ${style.position}`;
    const all = paintedBehind(element.parentElement) + (own === PLAIN ? "" : `/${own}`);
    painted.set(element, all);
    return all;
  }
  function lookOf(element: Element): string {
    const { color, fontSize, fontWeight, textShadow, textDecorationLine } = getComputedStyle(element);
    const around =
      element.tagName === "A" && element.parentElement ? getComputedStyle(element.parentElement).color : "";
    const own = [color, fontSize, fontWeight, textShadow, textDecorationLine, around];
    return [...own, paintedBehind(element)].join("|");
  }
  function holdsText(element: Element): boolean {
    if (element.matches("input, textarea, select")) return true;
    return [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
  }

  const knows = new Set(known);
  const texts = [...document.querySelectorAll("body *")].filter(
    (element) => holdsText(element) && !knows.has(lookOf(element)),
  );
  const looks =
    texts.length === 0
      ? null
      : await run(texts as unknown as Document, {
          runOnly: { type: "rule", values: [...colour] },
          resultTypes: ["violations", "passes"],
          elementRef: true,
        });
  const rest = await run(document, {
    runOnly: { type: "tag", values: [...everything] },
    rules: Object.fromEntries(colour.map((id) => [id, { enabled: false }])),
    resultTypes: ["violations"],
  });

  const readable = new Set<string>();
  for (const { id, nodes } of looks?.passes ?? []) {
    if (id !== "color-contrast") continue;
    for (const { element } of nodes) if (element) readable.add(lookOf(element));
  }
  const broken = [...(looks?.violations ?? []), ...rest.violations].map(({ id, nodes }) => ({
    id,
    nodes: nodes.slice(0, 3).map(({ target, failureSummary }) => ({
      where: target.join(" "),
      what: failureSummary?.split("\n")[1]?.trim(),
    })),
  }));
  return { broken, readable: [...readable] };
}
