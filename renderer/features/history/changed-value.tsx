import { useTranslation } from 'react-i18next';

export interface ChangedValueProps {
  readonly label: string;
  /** Empty for none. */
  readonly before: string;
  readonly after: string;
}

/** What something was and what it is, in one line. */
export function ChangedValue({ label, before, after }: ChangedValueProps): React.ReactNode {
  const { t } = useTranslation();
  return (
    <>
      {label} {before === '' ? <span>{t('history.none')}</span> : <del dir="auto">{before}</del>}
      <span aria-hidden="true"> → </span>
      {after === '' ? <span>{t('history.none')}</span> : <ins dir="auto">{after}</ins>}
    </>
  );
}
