import { Suspense, useSyncExternalStore } from "react";
import { lazyComponent } from "#src/lib/lazyComponent.ts";
import { openQuestion, subscribeToQuestion } from "#src/lib/passwordPrompt.ts";

const ProvePassword = lazyComponent(() => import("#src/features/auth/ProvePassword.tsx"), "ProvePassword");

/** Asks for the password over whatever page is open, when a command needs it to have been given lately. */
export function PasswordGate() {
  const question = useSyncExternalStore(subscribeToQuestion, openQuestion);
  if (question === null) return null;
  return (
    <Suspense fallback={null}>
      <ProvePassword onDone={() => question.answer(true)} onClose={() => question.answer(false)} />
    </Suspense>
  );
}
