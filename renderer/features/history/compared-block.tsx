import { useTranslation } from 'react-i18next';
import type { ComparedItem } from '../../../shared/domain/comparison/comparison.ts';
import { ComparedParts } from './compared-parts.tsx';
import { useRemark } from './use-remark.ts';

/** What has no words of its own is named. */
const NAMED = new Set<ComparedItem['role']>(['picture', 'rule', 'page-break', 'other']);

/** A block, picture or row and what has become of it; what the words do not show is said below it. */
export function ComparedBlock({ item }: { readonly item: ComparedItem }): React.ReactNode {
  const { t } = useTranslation();
  const inWords = useRemark();
  const { change, role, parts, remarks } = item;
  const isEmpty = parts.every(({ text, place }) => place !== 'picture' && text.trim() === '');
  const isNamed = NAMED.has(role);
  const name = isNamed ? t(`history.role.${role}`) : isEmpty && !isRow(role) ? t('history.emptyBlock') : null;
  const said = [...(change === 'moved' ? [t('history.changes.moved')] : []), ...remarks.map(inWords)];
  return (
    <div className="compared-block" data-change={change} data-role={role}>
      {change !== 'same' && (
        <span className="compared-mark" aria-hidden="true">
          {MARKS[change]}
        </span>
      )}
      {(change === 'added' || change === 'removed') && (
        <span className="visually-hidden">{t(`history.changes.${change}`)}</span>
      )}
      <p dir="auto">
        {name !== null && <Name change={change}>{name}</Name>}
        {name !== null && parts.length > 0 && ' '}
        <ComparedParts parts={parts} />
      </p>
      {said.length > 0 && <p className="compared-remarks">{said.join(' · ')}</p>}
    </div>
  );
}

interface NameProps {
  readonly change: ComparedItem['change'];
  readonly children: string;
}

/** Marked like words that came or went. */
function Name({ change, children }: NameProps): React.ReactNode {
  if (change === 'added') return <ins className="compared-name">{children}</ins>;
  if (change === 'removed') return <del className="compared-name">{children}</del>;
  return <span className="compared-name">{children}</span>;
}

/** Told at the edge of the page, by more than colour. */
const MARKS = { added: '+', removed: '−', changed: '~', moved: '↕' } as const;

function isRow(role: ComparedItem['role']): boolean {
  return role === 'table-row';
}
