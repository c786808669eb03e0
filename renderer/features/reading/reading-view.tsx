import { Printer } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useWindowState, windowState } from '../../app/window-state.ts';
import { failureSentence } from '../../app/failure-sentence.ts';
import { StrategyPages } from './strategy-pages.tsx';
import { usePrintedPages } from './use-printed-pages.ts';
import { useStrategyText } from './use-strategy-text.ts';
import './reading-view.css';

export interface ReadingViewProps {
  /** Null for the strategy as it is. */
  readonly version: string | null;
  /** When that version was kept; null for the strategy as it is, or while that is not known. */
  readonly asOf?: Date | null;
  /** What stands above the text besides. */
  readonly children?: React.ReactNode;
}

/** The whole strategy on one long page. */
export function ReadingView({ version, asOf = null, children }: ReadingViewProps): React.ReactNode {
  const { t } = useTranslation();
  const { text, error } = useStrategyText(version);
  usePrintedPages(text?.title ?? '', text?.classification ?? '');
  const isToPrint = useWindowState(({ printRequest }) => printRequest) && text !== null && version === null;
  useEffect(() => {
    if (!isToPrint) return;
    windowState.setState({ printRequest: false });
    print();
  }, [isToPrint]);
  return (
    <div className="reading-view" aria-busy={text === null && error === null}>
      <div className="reading-bar" role="group" aria-label={t('reading.tools')}>
        {children}
        <Button className="button quiet" isDisabled={text === null} onPress={() => print()}>
          <Printer aria-hidden="true" size={16} />
          {t('reading.print')}
        </Button>
      </div>
      <div className="page-scroll" tabIndex={0} role="region" aria-label={t('reading.text')}>
        {text && <StrategyPages text={text} asOf={asOf} />}
        {error !== null && text === null && (
          <p className="section-failure" role="alert">
            {failureSentence(t, error)}
          </p>
        )}
      </div>
    </div>
  );
}
