import { Flag } from 'lucide-react';
import { memo, useEffect, useRef } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { PrincipleCoverage } from '../../../shared/domain/coverage.ts';
import type { Principle } from '../../../shared/domain/framework.ts';
import { useNumber } from '../../ui/use-number.ts';
import { coverageView, togglePrinciple } from './coverage-view.ts';
import { PrincipleDetails } from './principle-details.tsx';
import { StateIcon } from './state-icon.tsx';

export interface PrincipleRowProps {
  readonly id: string;
  readonly framework: string;
  readonly principle: Principle;
  readonly covered: PrincipleCoverage;
  readonly isHere: boolean;
  readonly isOpen: boolean;
  readonly isRevealed: boolean;
}

/** One principle: its state and number of paragraphs, and all of it when opened. */
export const PrincipleRow = memo(function PrincipleRow({
  id,
  framework,
  principle,
  covered,
  isHere,
  isOpen,
  isRevealed,
}: PrincipleRowProps): React.ReactNode {
  const { t } = useTranslation();
  const trigger = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isRevealed) return;
    coverageView.setState({ revealed: null });
    trigger.current?.focus();
    trigger.current?.scrollIntoView({ block: 'start' });
  }, [isRevealed]);
  return (
    <li>
      <Disclosure className="principle" isExpanded={isOpen} onExpandedChange={() => togglePrinciple(id)}>
        <Heading level={3}>
          <Button slot="trigger" ref={trigger} className="principle-trigger">
            <span className="principle-number">{principle.number}</span>
            <bdi className="principle-title">{principle.short}</bdi>
            <StateIcon
              state={covered.state}
              label={t(isHere ? `coverage.stateHere.${covered.state}` : `state.${covered.state}`)}
            />
            <PrincipleCount covered={covered} />
          </Button>
        </Heading>
        <DisclosurePanel>
          {isOpen && <PrincipleDetails framework={framework} principle={principle} covered={covered} isHere={isHere} />}
        </DisclosurePanel>
      </Disclosure>
    </li>
  );
});

function PrincipleCount({
  covered: { paragraphs, actions, mentions, state, contradicted },
}: {
  readonly covered: PrincipleCoverage;
}): React.ReactNode {
  const { t } = useTranslation();
  const format = useNumber();
  if (state === 'set-aside') return <span className="principle-count">{t('state.set-aside')}</span>;
  if (paragraphs.length === 0 && actions.length === 0) {
    return (
      mentions.length > 0 && (
        <span className="principle-count">{t('coverage.mentions', { count: mentions.length })}</span>
      )
    );
  }
  const counts = [paragraphs.length];
  const words = [t('coverage.paragraphs', { count: paragraphs.length })];
  if (actions.length > 0) {
    counts.push(actions.length);
    words.push(t('coverage.actions', { count: actions.length }));
  }
  return (
    <span className="principle-count">
      {contradicted && <Flag className="principle-flag" aria-label={t('coverage.contradictedShort')} role="img" />}
      <span role="img" aria-label={words.join(' ')}>
        {counts.map(format).join(' · ')}
      </span>
    </span>
  );
}
