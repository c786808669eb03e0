import { Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button, Input, SearchField, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { isWritable } from '../../app/changes.ts';
import { useWindowState, windowState } from '../../app/window-state.ts';
import { CheckField } from '../../ui/check-field.tsx';
import { useUndoOfStep } from '../../app/use-undo-of-step.ts';
import { useStrategy, useWorkbench } from '../workbench/workbench-context.ts';
import { replaceEverywhere } from './replace-everywhere.ts';
import { SearchHits } from './search-hits.tsx';
import { useSearch } from './use-search.ts';
import './search-panel.css';

/** Finds and replaces in the whole strategy. */
export function SearchPanel(): React.ReactNode {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const [text, setText] = useState('');
  const [replacement, setReplacement] = useState('');
  const [matchCase, setMatchCase] = useState(false);
  const [wholeWords, setWholeWords] = useState(false);
  const [isReplacing, setReplacing] = useState(false);
  const undoOfStep = useUndoOfStep(workbench);
  const query = { text, matchCase, wholeWords };
  const result = useSearch(query);
  const canChange = useStrategy(isWritable);
  const field = useFieldOnRequest();
  const matches = result?.matches ?? 0;
  const replaceAll = async (): Promise<void> => {
    setReplacing(true);
    if ((await replaceEverywhere(workbench, { ...query, text: text.trim() }, replacement)) > 0) undoOfStep.made();
    setReplacing(false);
    field.current?.focus();
  };
  return (
    <div className="search-panel">
      <div className="search-fields" {...undoOfStep.field}>
        <SearchField
          aria-label={t('search.text')}
          value={text}
          onChange={setText}
          className="search-field"
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' && event.key !== 'Enter') return event.continuePropagation();
            // Or else the same key would press what it has gone to.
            event.preventDefault();
            firstHit(field.current)?.focus();
          }}
        >
          <Search aria-hidden="true" size={16} />
          <Input ref={field} placeholder={t('search.placeholder')} />
        </SearchField>
        <div className="search-options">
          <CheckField label={t('editor.matchCase')} isSelected={matchCase} onChange={setMatchCase} />
          <CheckField label={t('search.wholeWords')} isSelected={wholeWords} onChange={setWholeWords} />
        </div>
        <div className="search-replace">
          <TextField aria-label={t('editor.replace')} value={replacement} onChange={setReplacement}>
            <Input placeholder={t('editor.replacePlaceholder')} />
          </TextField>
          <Button
            className="button"
            isDisabled={!canChange || matches === 0 || isReplacing}
            onPress={() => void replaceAll()}
          >
            {t('editor.replaceAll')}
          </Button>
        </div>
        <output className="search-count" aria-live="polite">
          {text.trim() === '' ? t('search.hint') : result && t('search.matches', { count: matches })}
        </output>
      </div>
      {result && <SearchHits result={result} />}
    </div>
  );
}

function firstHit(field: HTMLElement | null): HTMLElement | null {
  return field?.closest('.search-panel')?.querySelector<HTMLElement>('.search-hit') ?? null;
}

/** The field takes the focus when somebody has asked for the search, also while the panel is open. */
function useFieldOnRequest(): React.RefObject<HTMLInputElement | null> {
  const field = useRef<HTMLInputElement>(null);
  const isAsked = useWindowState(({ searchRequest }) => searchRequest);
  useEffect(() => {
    if (!isAsked) return;
    windowState.setState({ searchRequest: false });
    field.current?.focus();
    field.current?.select();
  }, [isAsked]);
  return field;
}
