import { memo } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { findPrinciple, type Principle } from '../../../shared/domain/framework.ts';
import { revealPrinciple } from '../coverage/coverage-view.ts';
import { StateIcon } from '../coverage/state-icon.tsx';
import { useStrategy, useWorkbench } from '../workbench/workbench-context.ts';

export interface ServedPrinciplesProps {
  readonly framework: string;
  readonly numbers: readonly number[];
}

/** Principles that such a section naturally serves, with where the strategy stands on each. */
export function ServedPrinciples({ framework: id, numbers }: ServedPrinciplesProps): React.ReactNode {
  const { t } = useTranslation();
  const framework = useStrategy((state) => state.frameworks.find((candidate) => candidate.id === id));
  if (!framework) return null;
  return (
    <section>
      <h2>{t('guidance.principles')}</h2>
      <ul className="guidance-principles">
        {numbers
          .flatMap((number) => findPrinciple(framework, number) ?? [])
          .map((principle) => (
            <ServedPrinciple key={principle.number} framework={id} principle={principle} />
          ))}
      </ul>
    </section>
  );
}

const ServedPrinciple = memo(function ServedPrinciple({
  framework,
  principle,
}: {
  readonly framework: string;
  readonly principle: Principle;
}): React.ReactNode {
  const { t } = useTranslation();
  const { store } = useWorkbench();
  const state = useStrategy(
    ({ coverage }) =>
      coverage.get(framework)?.principles.find(({ number }) => number === principle.number)?.state ?? 'none',
  );
  return (
    <li>
      <Button className="principle-trigger" onPress={() => revealPrinciple(store, framework, principle.number)}>
        <StateIcon state={state} />
        <span className="principle-number">{principle.number}</span>
        <bdi className="principle-title">{principle.short}</bdi>
        <span className="principle-count">{t(`state.${state}`)}</span>
        <span className="visually-hidden">{t('guidance.show', { number: principle.number })}</span>
      </Button>
    </li>
  );
});
