import { type RefObject, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import type { FormErrors } from "./formErrors.ts";

/** "There is a problem", with a link to each field; takes focus when it appears. */
export function ErrorSummary({
  title,
  errors,
  form,
}: {
  title: string;
  errors: FormErrors;
  form: RefObject<HTMLFormElement | null>;
}) {
  const box = useRef<HTMLElement>(null);
  const titleId = useId();
  useEffect(() => box.current?.focus(), []);
  // The labels stand in the form alone, so they are read from there: "Reason: Fill this in."
  const [labels, setLabels] = useState<ReadonlyMap<string, string>>(new Map());
  useLayoutEffect(() => {
    const known = Object.keys(errors).map((name) => [name, labelIn(form.current, name)] as const);
    setLabels(new Map(known));
  }, [errors, form]);
  const said = (name: string, sentence: string) => {
    const label = labels.get(name) ?? "";
    const saysItself = label === "" || sentence.toLowerCase().includes(label.toLowerCase());
    return saysItself ? sentence : `${label}: ${sentence}`;
  };
  const goTo = (name: string) => {
    const field = form.current?.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]`);
    const focusable = field
      ?.closest("[data-rac]")
      ?.querySelector<HTMLElement>("input:not([hidden]),textarea,button");
    (focusable ?? field)?.focus();
  };
  return (
    <section
      ref={box}
      tabIndex={-1}
      role="alert"
      aria-labelledby={titleId}
      className="rounded border-2 border-danger p-4"
    >
      <h2 id={titleId} className="text-19">
        {title}
      </h2>
      <ul className="mt-1 flex flex-col gap-1">
        {Object.entries(errors).map(([name, sentence]) => (
          <li key={name}>
            {name === "form" ? (
              <span className="font-semibold text-danger">{sentence}</span>
            ) : (
              <button
                type="button"
                className="target text-start font-semibold text-danger underline"
                onClick={() => goTo(name)}
              >
                {said(name, sentence)}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What a field of the form is called: its label, or the legend around it; empty when it has no name. */
function labelIn(form: HTMLFormElement | null, name: string): string {
  const field = form?.querySelector<HTMLInputElement>(`[name="${CSS.escape(name)}"]`);
  // A list to choose from hides a select for the browser, whose own label is all of its options.
  const list = field?.tagName === "SELECT" ? field.closest("[data-rac]") : null;
  // Boxes and parts of a date have labels of their own; what they are about stands around them.
  const around = list ?? field?.closest("fieldset, [role=group], [role=radiogroup]") ?? field?.parentElement;
  const label = around?.querySelector("legend, label, span[id]") ?? field?.labels?.[0];
  const [own] = label?.childNodes ?? [];
  return own?.textContent?.trim() ?? "";
}
