import i18next, { type i18n } from 'i18next';
import type { Failure } from '../../shared/contract/failure.ts';
import { readMessages } from '../resources.ts';

let catalogue: i18n | undefined;

/** A sentence of the message catalogue, for the terminal. */
export function word(key: string, values: Readonly<Record<string, string | number>> = {}): string {
  if (!catalogue) {
    catalogue = i18next.createInstance();
    void catalogue.init({
      lng: 'en',
      resources: { en: { translation: readMessages('en') } },
      interpolation: { escapeValue: false },
      initAsync: false,
    });
  }
  return catalogue.t(key, values);
}

/** What happened, what is safe, what to do. */
export function wordFailure({ type, values }: Failure): string {
  return word(`failure.${type}`, values);
}
