import type { TFunction } from 'i18next';
import { FailureError } from '../../shared/contract/failure.ts';

/** What happened, what is safe, what to do. */
export function failureSentence(t: TFunction, error: unknown): string {
  return error instanceof FailureError
    ? t(`failure.${error.failure.type}`, error.failure.values)
    : t('error.unexpectedHere');
}
