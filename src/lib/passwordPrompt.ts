/**
 * The one question for the password that commands share: asked by lib/useCommand.ts, shown and answered by
 * app/PasswordGate.tsx.
 */
type Question = { answer: (isGiven: boolean) => void };

const listeners = new Set<() => void>();
let open: { question: Question; answered: Promise<boolean> } | null = null;

/** Resolves with whether the password was given. Commands that ask at the same time share one question. */
export function askForPassword(): Promise<boolean> {
  if (open) return open.answered;
  let answer: Question["answer"] = () => {};
  const answered = new Promise<boolean>((resolve) => {
    answer = (isGiven) => {
      open = null;
      resolve(isGiven);
      tell();
    };
  });
  open = { question: { answer }, answered };
  tell();
  return answered;
}

/** The question that waits for an answer, or null. */
export const openQuestion = (): Question | null => open?.question ?? null;

export function subscribeToQuestion(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function tell(): void {
  for (const listener of listeners) listener();
}
