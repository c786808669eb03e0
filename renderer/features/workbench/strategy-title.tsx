import { useRef } from 'react';
import { Input, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { isOutlineWritable, typeInOutline } from '../../app/changes.ts';
import { setMeta } from '../../../shared/document/outline.ts';
import { undoKeys } from '../../app/undo-keys.ts';
import { useStrategy, useWorkbench } from './workbench-context.ts';

/** The title, written as it is typed; left empty or with Escape, it goes back to what it was. */
export function StrategyTitle(): React.ReactNode {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const canChange = useStrategy(isOutlineWritable);
  const title = useStrategy(({ outline }) => outline?.title ?? '');
  const before = useRef(title);
  const write = (next: string): void => typeInOutline(workbench, (doc) => setMeta(doc, { title: next }));
  return (
    <TextField
      className="strategy-title"
      aria-label={t('topBar.title')}
      value={title}
      isReadOnly={!canChange}
      onChange={write}
      onFocus={() => {
        before.current = title;
      }}
      onBlur={() => {
        if (title.trim() === '') write(before.current);
      }}
      onKeyDown={undoKeys(workbench)}
    >
      <Input
        dir="auto"
        onKeyDown={(event) => {
          // As everywhere, Escape means that nothing was meant.
          if (event.key === 'Escape') write(before.current);
          if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
        }}
      />
    </TextField>
  );
}
