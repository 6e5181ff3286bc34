/**
 * Asks until the answer satisfies: what is done in the background is done when a query says so. Gives up after
 * twenty seconds, or as long as is said, with the last answer, so that the expectation after it says what is wrong.
 */
export async function settled<Answer>(
  ask: () => Promise<Answer>,
  isSettled: (answer: Answer) => boolean,
  patienceMs = 20_000,
): Promise<Answer> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (isSettled(answer) || Date.now() > until) return answer;
    await new Promise((done) => setTimeout(done, 20));
  }
}
