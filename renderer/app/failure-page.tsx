import { TriangleAlert } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { navigate } from './navigation.ts';
import './failure-page.css';

export interface FailurePageProps {
  readonly title: string;
  readonly sentence: string;
  /** What a developer would want to know. */
  readonly detail?: string;
  readonly action: 'reload' | 'start' | 'none';
  /** What else can be done about it. */
  readonly children?: React.ReactNode;
}

/** A whole page that says what happened, what is safe and what to do. */
export function FailurePage({ title, sentence, detail, action, children }: FailurePageProps): React.ReactNode {
  const { t } = useTranslation();
  return (
    <main className="failure-page">
      <TriangleAlert className="failure-icon" aria-hidden />
      <div className="failure-words" role="alert">
        <h1>{title}</h1>
        <p>{sentence}</p>
      </div>
      {detail !== undefined && (
        <p className="failure-detail">
          {t('error.details')}: <code>{detail}</code>
        </p>
      )}
      {children}
      {action === 'reload' && (
        <Button className="button primary" onPress={() => location.reload()}>
          {t('action.reload')}
        </Button>
      )}
      {action === 'start' && (
        <Button className="button primary" onPress={() => navigate('/')}>
          {t('action.toStart')}
        </Button>
      )}
    </main>
  );
}
