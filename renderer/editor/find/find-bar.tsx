import type { Editor } from '@tiptap/react';
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import {
  findNext,
  findPrev,
  getMatchHighlights,
  replaceAll,
  replaceNext,
  SearchQuery,
  setSearchState,
} from 'prosemirror-search';
import type { Command } from '@tiptap/pm/state';
import { useEffect, useRef, useState } from 'react';
import { Button, Input, SearchField, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ShownStrategy } from '../../app/changes.ts';
import { useUndoOfStep } from '../../app/use-undo-of-step.ts';
import { announce } from '../../ui/announcer.tsx';
import { CheckField } from '../../ui/check-field.tsx';

export interface FindBarProps {
  readonly editor: Editor;
  readonly strategy: ShownStrategy;
  readonly onClose: () => void;
}

/** Finds and replaces in the section. Replacing all is one step of undo. */
export function FindBar({ editor, strategy, onClose }: FindBarProps): React.ReactNode {
  const { t } = useTranslation();
  const [find, setFind] = useState(() => selectedText(editor));
  const [replace, setReplace] = useState('');
  const [caseSensitive, setCaseSensitive] = useState(false);
  const [count, setCount] = useState(0);
  const undoOfStep = useUndoOfStep(strategy);
  const searchRef = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const query = new SearchQuery({ search: find, replace, caseSensitive, literal: true });
    editor.view.dispatch(setSearchState(editor.state.tr, query));
    setCount(getMatchHighlights(editor.state).find().length);
  }, [editor, find, replace, caseSensitive]);
  useEffect(
    () => () => {
      if (!editor.isDestroyed) editor.view.dispatch(setSearchState(editor.state.tr, new SearchQuery({ search: '' })));
    },
    [editor],
  );

  const canReplace = count > 0 && editor.isEditable;
  const run = (command: Command): void => {
    command(editor.state, (transaction) => editor.view.dispatch(transaction.scrollIntoView()), editor.view);
    setCount(getMatchHighlights(editor.state).find().length);
  };

  const replaceEverything = (): void => {
    const replaced = count;
    run(replaceAll);
    undoOfStep.made();
    announce(t('editor.replaced', { count: replaced }));
    // Its own button has nothing left to do, and gives the focus to nobody.
    searchRef.current?.focus();
  };

  return (
    <div
      className="find-bar"
      role="search"
      aria-label={t('editor.find')}
      onInput={undoOfStep.field.onInput}
      onKeyDownCapture={(event) => {
        undoOfStep.field.onKeyDownCapture?.(event);
        // One press leaves, also when something has been typed.
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <div className="find-part">
        <SearchField
          aria-label={t('editor.find')}
          value={find}
          onChange={setFind}
          onKeyDown={({ key, shiftKey }) => key === 'Enter' && run(shiftKey ? findPrev : findNext)}
          autoFocus
          className="find-field"
        >
          <Input ref={searchRef} placeholder={t('editor.findPlaceholder')} />
        </SearchField>
        <output className="find-count" aria-live="polite">
          {find === '' ? '' : t('editor.matches', { count })}
        </output>
        <Button className="icon-button" aria-label={t('editor.findPrevious')} onPress={() => run(findPrev)}>
          <ChevronUp aria-hidden="true" size={16} />
        </Button>
        <Button className="icon-button" aria-label={t('editor.findNext')} onPress={() => run(findNext)}>
          <ChevronDown aria-hidden="true" size={16} />
        </Button>
        <CheckField label={t('editor.matchCase')} isSelected={caseSensitive} onChange={setCaseSensitive} />
      </div>
      <div className="find-part">
        <TextField
          aria-label={t('editor.replace')}
          value={replace}
          onChange={setReplace}
          onKeyDown={({ key }) => key === 'Enter' && canReplace && run(replaceNext)}
          className="find-field"
        >
          <Input placeholder={t('editor.replacePlaceholder')} />
        </TextField>
        <Button className="button quiet" isDisabled={!canReplace} onPress={() => run(replaceNext)}>
          {t('editor.replaceOne')}
        </Button>
        <Button className="button quiet" isDisabled={!canReplace} onPress={replaceEverything}>
          {t('editor.replaceAll')}
        </Button>
      </div>
      <Button className="icon-button find-close" aria-label={t('editor.closeFind')} onPress={onClose}>
        <X aria-hidden="true" size={16} />
      </Button>
    </div>
  );
}

function selectedText({ state }: Editor): string {
  const { from, to } = state.selection;
  const text = state.doc.textBetween(from, to, '\n');
  return text.includes('\n') ? '' : text.slice(0, 200);
}
