import { useRef, useState } from 'react';
import { Input, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { renameSection, type OutlineSection } from '../../../shared/document/outline.ts';
import { changeOutline } from '../../app/changes.ts';
import { windowState } from '../../app/window-state.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';

export interface RenameFieldProps {
  readonly section: OutlineSection;
  readonly number: number;
}

/** The title as a field, in its row: Enter keeps what was typed, Escape does not. */
export function RenameField({ section, number }: RenameFieldProps): React.ReactNode {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const [title, setTitle] = useState(section.title);
  const isFinished = useRef(false);

  const finish = (isKept: boolean, element: HTMLElement): void => {
    // Giving the focus back to the row takes it off the field, which must not count as an answer.
    if (isFinished.current) return;
    isFinished.current = true;
    const row = element.closest<HTMLElement>('[role="row"]');
    const hadFocus = element === document.activeElement;
    if (isKept && title.trim() !== '' && title !== section.title)
      changeOutline(workbench, (doc) => renameSection(doc, section.id, title.trim()));
    windowState.setState(({ renaming }) => ({ renaming: renaming === section.id ? null : renaming }));
    if (hadFocus) row?.focus();
  };

  return (
    <TextField
      className="outline-rename"
      aria-label={t('outline.renameField', { number })}
      value={title}
      onChange={setTitle}
    >
      <Input
        autoFocus
        dir="auto"
        onFocus={(event) => event.currentTarget.select()}
        onBlur={(event) => finish(true, event.currentTarget)}
        onPointerDown={(event) => event.stopPropagation()}
        onKeyDown={(event) => {
          if (event.key === 'Enter') finish(true, event.currentTarget);
          else if (event.key === 'Escape') finish(false, event.currentTarget);
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
    </TextField>
  );
}
