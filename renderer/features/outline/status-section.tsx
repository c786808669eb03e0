import { Check } from 'lucide-react';
import { Header, MenuItem, MenuSection } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { SECTION_STATUSES, type SectionStatus } from '../../../shared/domain/section-status.ts';
import { useStrategy, useWorkbench } from '../workbench/workbench-context.ts';
import { isOutlineWritable } from '../../app/changes.ts';
import { changeStatus } from './outline-commands.ts';
import { StatusIcon } from './status-icon.tsx';

export interface StatusSectionProps {
  readonly section: string;
  readonly status: SectionStatus;
}

/** The part of a menu in which one says how far a section is. */
export function StatusSection({ section, status }: StatusSectionProps): React.ReactNode {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const canChange = useStrategy(isOutlineWritable);
  return (
    <MenuSection selectionMode="single" disallowEmptySelection selectedKeys={[status]}>
      <Header className="menu-header">{t('outline.status')}</Header>
      {SECTION_STATUSES.map((choice) => (
        <MenuItem
          key={choice}
          id={choice}
          className="menu-item"
          isDisabled={!canChange}
          textValue={t(`status.${choice}`)}
          onAction={() => void changeStatus(workbench, section, choice)}
        >
          {({ isSelected }) => (
            <>
              <StatusIcon status={choice} isSaid={false} />
              {t(`status.${choice}`)}
              {isSelected && <Check aria-hidden />}
            </>
          )}
        </MenuItem>
      ))}
    </MenuSection>
  );
}
