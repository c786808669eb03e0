import { Building2 } from 'lucide-react';
import { Button, Menu, MenuTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { OutlineSection } from '../../../shared/document/outline.ts';
import { directionOf } from '../../app/i18n.ts';
import { openDialog } from '../../app/window-state.ts';
import { titleOf } from '../outline/outline-commands.ts';
import { StatusIcon } from '../outline/status-icon.tsx';
import { StatusSection } from '../outline/status-section.tsx';
import { SectionRights } from '../sharing/section-rights.tsx';
import { useStrategy } from '../workbench/workbench-context.ts';
import { SectionTitleField } from './section-title-field.tsx';
import './section-head.css';

export interface SectionHeadProps {
  readonly section: OutlineSection;
  readonly number: number;
}

/** What stands above a section's text: number and title, who answers for it, how far it is. */
export function SectionHead({ section, number }: SectionHeadProps): React.ReactNode {
  const { t } = useTranslation();
  const locale = useStrategy(({ outline }) => outline?.locale ?? 'en');
  const words = useStrategy(({ summaries }) => summaries.get(section.id)?.words ?? 0);
  const owner = section.owner || t('outline.noOwner');
  return (
    <header className="section-head" dir={directionOf(locale)}>
      <h1 className="visually-hidden">
        {number} {titleOf(section)}
      </h1>
      <div className="section-head-line">
        <span className="section-head-number" aria-hidden>
          {number}
        </span>
        <SectionTitleField section={section} number={number} />
      </div>
      <div className="section-head-facts">
        <Button
          className="section-fact"
          aria-label={t('sectionHead.owner', { owner })}
          onPress={() => openDialog({ kind: 'owner', section: section.id })}
        >
          <Building2 aria-hidden />
          <bdi>{owner}</bdi>
        </Button>
        <MenuTrigger>
          <Button
            className="section-fact"
            aria-label={t('sectionHead.status', { status: t(`status.${section.status}`) })}
          >
            <StatusIcon status={section.status} isSaid={false} />
            {t(`status.${section.status}`)}
          </Button>
          <Popover className="popover" placement="bottom start">
            <Menu className="menu" aria-label={t('outline.status')}>
              <StatusSection section={section.id} status={section.status} />
            </Menu>
          </Popover>
        </MenuTrigger>
        <bdi className="section-words">{t('sectionHead.words', { count: words })}</bdi>
      </div>
      <SectionRights section={section} />
    </header>
  );
}
