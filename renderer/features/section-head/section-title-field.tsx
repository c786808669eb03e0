import { useRef } from 'react';
import { TextArea, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { renameSection, type OutlineSection } from '../../../shared/document/outline.ts';
import type { StrategyStore } from '../../app/strategy-store.ts';
import type { StrategyConnection } from '../../bridge/strategy-connection.ts';
import { LOCAL_EDIT } from '../../bridge/undo-stack.ts';
import { undoKeys } from '../workbench/undo-keys.ts';

export interface SectionTitleFieldProps {
  readonly connection: StrategyConnection;
  readonly store: StrategyStore;
  readonly section: OutlineSection;
  readonly number: number;
}

/** The title, written as it is typed; left empty, it goes back to what it was. Enter goes on to the text. */
export function SectionTitleField({ connection, store, section, number }: SectionTitleFieldProps): React.ReactNode {
  const { t } = useTranslation();
  const lastWritten = useRef(section.title);
  const write = (title: string): void => {
    if (title.trim() !== '') lastWritten.current = title;
    connection.outline.doc.transact(
      (): void => renameSection(connection.outline.doc, section.id, title.replace(/\s*\n\s*/g, ' ')),
      LOCAL_EDIT,
    );
  };
  return (
    <TextField
      className="section-title"
      aria-label={t('sectionHead.title', { number })}
      value={section.title}
      onChange={write}
      onFocus={() => {
        lastWritten.current = section.title;
      }}
      onBlur={() => {
        if (section.title.trim() === '') write(lastWritten.current);
      }}
      onKeyDown={undoKeys(connection)}
    >
      <TextArea
        rows={1}
        placeholder={t('outline.untitled')}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          store.getState().goTo(section.id, null);
        }}
      />
    </TextField>
  );
}
