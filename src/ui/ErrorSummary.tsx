import { type RefObject, useEffect, useId, useRef } from "react";
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
                {sentence}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
