import type { EditorView } from '@tiptap/pm/view';
import { TextSelection } from '@tiptap/pm/state';
import i18next from 'i18next';
import { useEffect, useMemo, useRef, useState } from 'react';
import { spelledWords } from '../../../shared/domain/spelled-words.ts';
import { useSession } from '../../app/application-session.ts';
import { preferences } from '../../app/preferences.ts';
import { announce } from '../../ui/announcer.tsx';
import type { Misspelling } from './misspellings.ts';
import { findNextMisspelling } from './next-misspelling.ts';
import type { SpellingMarksHost } from './spelling-marks.ts';

/** A misspelling that somebody looks at. */
export interface ShownMisspelling {
  readonly view: EditorView;
  readonly misspelling: Misspelling;
}

/**
 * The spell-check of a text, and the misspelling whose menu is open.
 * @param locale BCP 47.
 * @param title Of the strategy.
 */
export function useSpelling(
  locale: string,
  title: string,
): {
  readonly host: SpellingMarksHost;
  readonly shown: ShownMisspelling | null;
  readonly close: () => void;
} {
  const { words } = useSession();
  const [shown, setShown] = useState<ShownMisspelling | null>(null);
  const language = useRef(locale);
  const named = useRef<ReadonlySet<string>>(new Set());
  const listeners = useRef(new Set<() => void>()).current;
  const host = useMemo<SpellingMarksHost>(() => {
    const made: SpellingMarksHost = {
      words,
      language: () => language.current,
      isInTitle: (word) => named.current.has(word),
      isOn: () => preferences.getState().isSpellingOn,
      onChange: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      openMenu: (view, misspelling) => setShown({ view, misspelling }),
      goToNext: (view) => void goToNext(view, made),
    };
    return made;
  }, [words, listeners]);
  useEffect(() => {
    named.current = new Set(spelledWords(title, locale).map(({ word }) => word));
    for (const listener of listeners) listener();
  }, [title, locale, listeners]);
  useEffect(() => {
    const tell = (): void => {
      for (const listener of listeners) listener();
    };
    if (language.current !== locale) {
      language.current = locale;
      tell();
    }
    const stops = [
      words.subscribe(tell),
      preferences.subscribe((now, before) => {
        if (now.isSpellingOn !== before.isSpellingOn) tell();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [words, locale, listeners]);
  return { host, shown, close: () => setShown(null) };
}

/** Selects the next unknown word, and says which it is. */
async function goToNext(view: EditorView, host: SpellingMarksHost): Promise<void> {
  if (!host.isOn()) return announce(i18next.t('spelling.isOff'));
  const { doc } = view.state;
  const found = await findNextMisspelling(view, host);
  if (view.isDestroyed || view.state.doc !== doc) return;
  if (!found) return announce(i18next.t('spelling.none'));
  const selection = TextSelection.create(doc, found.from, found.to);
  view.dispatch(view.state.tr.setSelection(selection).scrollIntoView());
  view.focus();
  announce(i18next.t('spelling.found', { word: found.text }));
}
