import { CircleAlert } from "lucide-react";
import { fieldStyle } from "./fieldStyle.ts";
import { useFieldError } from "./formErrors.ts";

/** What is wrong with a group of boxes, below its legend; the first box carries the name, so that the summary leads there. */
export function FieldsetProblem({ name }: { name: string }) {
  const error = useFieldError(name);
  if (error === undefined) return null;
  return (
    <p className={fieldStyle.error}>
      <CircleAlert aria-hidden size={16} className="mt-0.5 shrink-0" />
      {error}
    </p>
  );
}
