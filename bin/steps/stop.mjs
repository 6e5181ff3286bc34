/** A reason to stop that is told to a person as it stands: what is wrong, and what to do about it. */
export class Stop extends Error {}

/** Runs a command's body; a `Stop` becomes one sentence and exit code 1, anything else shows itself whole. */
export async function speak(body) {
  try {
    await body();
  } catch (problem) {
    console.error(problem instanceof Stop ? `\n${problem.message}\n` : problem);
    process.exitCode = 1;
  }
}
