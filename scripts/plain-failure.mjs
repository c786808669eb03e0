/** Something a person can do something about; its message is all they are told. */
export class PlainFailure extends Error {}

/**
 * Ends the process with a script's exit code, or with 1 and one sentence.
 *
 * @param {() => Promise<number>} script
 */
export async function runScript(script) {
  try {
    process.exitCode = await script();
  } catch (error) {
    if (!(error instanceof PlainFailure)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
