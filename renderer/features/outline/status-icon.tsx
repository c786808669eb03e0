import { CircleCheck, CircleDashed, CircleDot } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SectionStatus } from '../../../shared/domain/section-status.ts';

const ICONS = { drafting: CircleDashed, 'in-review': CircleDot, cleared: CircleCheck } as const;

/** How far a section is: told apart by shape, by colour, and in words for those who listen. */
export function StatusIcon({
  status,
  isSaid = true,
}: {
  readonly status: SectionStatus;
  readonly isSaid?: boolean;
}): React.ReactNode {
  const { t } = useTranslation();
  const Icon = ICONS[status];
  return (
    <span
      className={`status-icon is-${status}`}
      {...(isSaid && { role: 'img', 'aria-label': t(`status.${status}`), title: t(`status.${status}`) })}
    >
      <Icon aria-hidden />
    </span>
  );
}
