import { useTranslation } from 'react-i18next';
import './comparison-digits.css';

/** Six digits that two people compare: in two groups for the eye, one by one for the ear. */
export function ComparisonDigits({
  code,
  isLarge = false,
}: {
  readonly code: string;
  readonly isLarge?: boolean;
}): React.ReactNode {
  const { t } = useTranslation();
  return (
    <p className={isLarge ? 'comparison-digits is-large' : 'comparison-digits'}>
      <span aria-hidden dir="ltr">
        {code.slice(0, 3)} {code.slice(3)}
      </span>
      <span className="visually-hidden">{t('sharing.digits', { digits: code.split('').join(' ') })}</span>
    </p>
  );
}
