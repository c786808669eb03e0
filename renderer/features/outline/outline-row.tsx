import { GripVertical } from 'lucide-react';
import { memo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutlineSection } from '../../../shared/document/outline.ts';
import { useWindowState } from '../../app/window-state.ts';
import { useNumber } from '../../ui/use-number.ts';
import { SectionPeople } from '../presence/section-people.tsx';
import { useStrategy } from '../workbench/workbench-context.ts';
import { titleOf } from './outline-commands.ts';
import { RenameField } from './rename-field.tsx';
import { SectionMenu } from './section-menu.tsx';
import { StatusIcon } from './status-icon.tsx';
import { useDraggedRow } from './use-dragged-row.ts';

export interface OutlineRowProps {
  readonly section: OutlineSection;
  readonly number: number;
}

/** One section in the outline: number, title, words, status. */
export const OutlineRow = memo(function OutlineRow({ section, number }: OutlineRowProps): React.ReactNode {
  const { t } = useTranslation();
  const format = useNumber();
  const words = useStrategy(({ summaries }) => summaries.get(section.id)?.words ?? 0);
  const isRenaming = useWindowState(({ renaming }) => renaming === section.id);
  const grip = useRef<HTMLSpanElement>(null);
  const row = useDraggedRow(grip, section.id, isRenaming);
  const title = titleOf(section);
  return (
    <>
      <span className="outline-number">{number}</span>
      <span ref={grip} className={row.isDragged ? 'outline-grip is-dragged' : 'outline-grip'} aria-hidden>
        <GripVertical />
      </span>
      {row.side && <span className={`outline-drop is-${row.side}`} aria-hidden />}
      {isRenaming ? (
        <RenameField section={section} number={number} />
      ) : (
        <bdi className="outline-section-title" title={title}>
          {title}
        </bdi>
      )}
      <span className="outline-words" role="img" aria-label={t('outline.words', { count: words })}>
        {format(words)}
      </span>
      <StatusIcon status={section.status} />
      <SectionPeople section={section.id} />
      <SectionMenu section={section} number={number} />
    </>
  );
});
