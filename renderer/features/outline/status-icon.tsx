import { useTranslation } from 'react-i18next';
import type { SectionStatus } from '../../../shared/domain/section-status.ts';
import './status-icon.css';

export interface StatusIconProps {
  readonly status: SectionStatus;
  /** Whether the shape speaks for itself, because no words stand beside it. */
  readonly isSaid?: boolean;
}

/** How far a section is: told apart by shape, by colour, and in words for those who listen. */
export function StatusIcon({ status, isSaid = true }: StatusIconProps): React.ReactNode {
  const { t } = useTranslation();
  const words = t(`status.${status}`);
  const naming = isSaid ? { role: 'img', 'aria-label': words, title: words } : { 'aria-hidden': true };
  return <span className={`status-icon is-${status}`} {...naming} />;
}
