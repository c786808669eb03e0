import type { TFunction } from 'i18next';
import type { Counts } from '../../shared/domain/references.ts';

/** Where the style sheet begins to count in a section, and what it writes before the numbers of captions. */
export function numberingStyle(t: TFunction, sectionNumber: number, before: Counts): React.CSSProperties {
  const { table, figure, footnote } = before;
  const end = t('docx.captionEnd');
  const label = (kind: 'table' | 'figure'): Record<string, string> => {
    const [start = '', after = ''] = t(`docx.targets.${kind}`, { number: '\n' }).split('\n');
    return { [`--${kind}-before`]: JSON.stringify(start), [`--${kind}-after`]: JSON.stringify(after + end) };
  };
  return {
    counterReset: `section ${sectionNumber} table ${table} figure ${figure} footnote ${footnote}`,
    ...label('table'),
    ...label('figure'),
  };
}
