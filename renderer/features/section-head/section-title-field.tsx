import { useRef } from 'react';
import { TextArea, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { renameSection, type OutlineSection } from '../../../shared/document/outline.ts';
import { isOutlineWritable, typeInOutline } from '../../app/changes.ts';
import { undoKeys } from '../../app/undo-keys.ts';
import { useStrategy, useWorkbench } from '../workbench/workbench-context.ts';

export interface SectionTitleFieldProps {
  readonly section: OutlineSection;
  readonly number: number;
}

/** The title, written as it is typed; left empty, it goes back to what it was. Enter goes on to the text. */
export function SectionTitleField({ section, number }: SectionTitleFieldProps): React.ReactNode {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const canChange = useStrategy(isOutlineWritable);
  const lastWritten = useRef(section.title);
  const write = (title: string): void => {
    if (title.trim() !== '') lastWritten.current = title;
    typeInOutline(workbench, (doc) => renameSection(doc, section.id, title.replace(/\s*\n\s*/g, ' ')));
  };
  return (
    <TextField
      className="section-title"
      aria-label={t('sectionHead.title', { number })}
      value={section.title}
      isReadOnly={!canChange}
      onChange={write}
      onFocus={() => {
        lastWritten.current = section.title;
      }}
      onBlur={() => {
        if (section.title.trim() === '') write(lastWritten.current);
      }}
      onKeyDown={undoKeys(workbench)}
    >
      <TextArea
        rows={1}
        placeholder={t('outline.untitled')}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          workbench.store.getState().goTo(section.id, null);
        }}
      />
    </TextField>
  );
}
