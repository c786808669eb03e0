import { useTranslation } from 'react-i18next';
import type { Remark } from '../../../shared/domain/comparison/comparison.ts';

/** Words what has changed about a block besides its text. */
export function useRemark(): (remark: Remark) => string {
  const { t } = useTranslation();
  const valueOf = (remark: Extract<Remark, { before: string }>, value: string): string => {
    switch (remark.what) {
      case 'role':
        return t(`history.role.${value}` as 'history.role.paragraph');
      case 'alignment':
        return t(`history.alignment.${value || 'natural'}` as 'history.alignment.natural');
      case 'direction':
        return t(`history.direction.${value || 'document'}` as 'history.direction.document');
      case 'width':
        return value === '' ? t('history.naturalWidth') : t('history.percent', { value });
      default:
        return value === '' ? t('history.none') : value;
    }
  };
  return (remark) => {
    switch (remark.what) {
      case 'formatting':
        return remark.aspects.length === 0
          ? t('history.remark.formatting')
          : t('history.remark.aspects', {
              aspects: remark.aspects
                .map((aspect) => t(`history.aspect.${aspect}` as 'history.aspect.bold', { defaultValue: aspect }))
                .join(', '),
            });
      case 'role':
      case 'link':
      case 'description':
      case 'width':
      case 'alignment':
      case 'direction':
      case 'depth':
      case 'cells':
      case 'section':
        return t(`history.remark.${remark.what}`, {
          before: valueOf(remark, remark.before),
          after: valueOf(remark, remark.after),
        });
      default:
        return t(`history.remark.${remark.what}`);
    }
  };
}
