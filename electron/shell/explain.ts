import { app, dialog } from 'electron';
import { word, wordFailure } from '../cli/wording.ts';
import { FailureError } from '../../shared/contract/failure.ts';

/** Says in a box of the system what went wrong. */
export function explain(error: unknown): void {
  if (!(error instanceof FailureError)) console.error(error);
  dialog.showErrorBox(
    app.name,
    error instanceof FailureError ? wordFailure(error.failure) : word('failure.unexpected'),
  );
}
