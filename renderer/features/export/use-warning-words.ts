import { useTranslation } from 'react-i18next';
import en from '../../../resources/locales/en.json';

type WarningKind = keyof (typeof en)['exportWarning'];

function isWarningKind(kind: string): kind is WarningKind {
  return Object.hasOwn(en.exportWarning, kind);
}

/** Words a warning of the exporter, which has the form `kind: count`; an unknown one stays as it is. */
export function useWarningWords(): (warning: string) => string {
  const { t } = useTranslation();
  return (warning) => {
    const [, kind = '', count = ''] = /^([a-z-]+): (\d+)$/.exec(warning) ?? [];
    return isWarningKind(kind) ? t(`exportWarning.${kind}`, { n: Number(count) }) : warning;
  };
}
