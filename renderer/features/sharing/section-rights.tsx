import { Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { sectionDocument } from '../../../shared/document/layout.ts';
import type { OutlineSection } from '../../../shared/document/outline.ts';
import { isGranted } from '../../app/changes.ts';
import { useStrategy } from '../workbench/workbench-context.ts';
import './section-rights.css';

/** Says who writes in a section, where this machine may only read it. */
export function SectionRights({ section: { id, owner } }: { readonly section: OutlineSection }): React.ReactNode {
  const { t } = useTranslation();
  const isMine = useStrategy((state) => isGranted(state, sectionDocument(id)));
  if (isMine) return null;
  return (
    <p className="section-rights" role="note">
      <Lock aria-hidden />
      <span>{owner === '' ? t('sharing.readOnly') : t('sharing.readOnlyOwner', { owner })}</span>
    </p>
  );
}
