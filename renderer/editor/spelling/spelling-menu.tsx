import { posToDOMRect } from '@tiptap/core';
import { BookPlus, EyeOff, Settings } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Menu, MenuItem, MenuSection, Popover, Separator } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/application-session.ts';
import { failureSentence } from '../../app/failure-sentence.ts';
import { openDialog } from '../../app/window-state.ts';
import { showToast } from '../../ui/toasts.tsx';
import { currentStart } from './misspellings.ts';
import type { ShownMisspelling } from './use-spelling.ts';

export interface SpellingMenuProps {
  readonly shown: ShownMisspelling;
  /** Of the text, BCP 47. */
  readonly locale: string;
  /** Makes a change one step of undo. */
  readonly asOneStep: (change: () => void) => void;
  readonly onClose: () => void;
}

/** What a word may have been meant to be, and what else can be done about it. */
export function SpellingMenu({ shown, locale, asOneStep, onClose }: SpellingMenuProps): React.ReactNode {
  const { t } = useTranslation();
  const { words, client } = useSession();
  const { view, misspelling } = shown;
  const { word, text } = misspelling;
  const suggestions = useSuggestions(shown, locale, onClose);
  const anchorRef = useRef<HTMLSpanElement>(null);
  if (suggestions === null || view.isDestroyed) return null;
  const start = currentStart(view.state, misspelling);
  if (start === null) return null;
  const { top, left, width, height } = posToDOMRect(view, start, start + text.length);
  const label = t('spelling.menu', { word: text });
  const replace = (suggestion: string): void => {
    const at = currentStart(view.state, misspelling);
    if (at === null) return;
    asOneStep(() => view.dispatch(view.state.tr.insertText(suggestion, at, at + text.length).scrollIntoView()));
  };
  const addWord = (): void => {
    client.addOwnWord({ word }).catch((error: unknown) => showToast({ text: failureSentence(t, error) }));
  };
  const close = (): void => {
    onClose();
    if (!view.isDestroyed) view.focus();
  };
  return (
    <>
      <span ref={anchorRef} className="picker-anchor" style={{ top, left, width, height }} />
      <Popover
        className="popover"
        aria-label={label}
        triggerRef={anchorRef}
        isOpen
        placement="bottom start"
        offset={4}
        onOpenChange={(isOpen) => !isOpen && close()}
      >
        <Menu
          className="menu"
          aria-label={label}
          autoFocus="first"
          onClose={close}
          onContextMenu={(event) => event.preventDefault()}
        >
          <MenuSection aria-label={t('spelling.suggestions')}>
            {suggestions.map((suggestion) => (
              <MenuItem
                key={suggestion}
                className="menu-item spelling-suggestion"
                textValue={suggestion}
                onAction={() => replace(suggestion)}
              >
                <bdi lang={locale}>{suggestion}</bdi>
              </MenuItem>
            ))}
            {suggestions.length === 0 && (
              <MenuItem className="menu-item spelling-suggestion" isDisabled>
                {t('spelling.noSuggestions')}
              </MenuItem>
            )}
          </MenuSection>
          <Separator className="menu-separator" />
          <MenuItem className="menu-item" onAction={() => words.ignore(word)}>
            <EyeOff aria-hidden />
            {t('spelling.ignore')}
          </MenuItem>
          <MenuItem className="menu-item" onAction={addWord}>
            <BookPlus aria-hidden />
            {t('spelling.add')}
          </MenuItem>
          <Separator className="menu-separator" />
          <MenuItem className="menu-item" onAction={() => openDialog({ kind: 'spelling' })}>
            <Settings aria-hidden />
            {t('spelling.settings')}
          </MenuItem>
        </Menu>
      </Popover>
    </>
  );
}

/** Null until they are there; says why, and closes, when they cannot be had. */
function useSuggestions(
  { misspelling: { word } }: ShownMisspelling,
  locale: string,
  onClose: () => void,
): readonly string[] | null {
  const { t } = useTranslation();
  const { words } = useSession();
  const [suggestions, setSuggestions] = useState<readonly string[] | null>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    let isCurrent = true;
    words.suggestions(locale, word).then(
      (found) => isCurrent && setSuggestions(found),
      (error: unknown) => {
        if (!isCurrent) return;
        showToast({ text: failureSentence(t, error) });
        close.current();
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [words, locale, word, t]);
  return suggestions;
}
