import { ChevronRight } from 'lucide-react';
import { memo, useMemo } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading, useFilter } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { isCounted, type Coverage, type PrincipleCoverage } from '../../../shared/domain/coverage.ts';
import type { Framework, Principle } from '../../../shared/domain/framework.ts';
import { principleKey } from '../../../shared/document/tags.ts';
import { useCoverageView } from './coverage-view.ts';
import { PrincipleRow } from './principle-row.tsx';

export interface PrincipleListProps {
  readonly framework: Framework;
  readonly coverage: Coverage;
  readonly isHere: boolean;
}

interface Row {
  readonly principle: Principle;
  readonly covered: PrincipleCoverage;
}

/** The principles by group; those out of scope stand apart, quietly. */
export const PrincipleList = memo(function PrincipleList({
  framework,
  coverage,
  isHere,
}: PrincipleListProps): React.ReactNode {
  const { t } = useTranslation();
  const filter = useCoverageView((state) => state.filter);
  const query = useCoverageView((state) => state.query.trim());
  const opened = useCoverageView((state) => state.opened);
  const revealed = useCoverageView((state) => state.revealed);
  const { contains } = useFilter({ sensitivity: 'base' });

  const rows = useMemo(() => {
    const covered = new Map(coverage.principles.map((entry) => [entry.number, entry]));
    const matches = ({ number, title, short }: Principle): boolean =>
      query === '' || String(number).startsWith(query) || contains(title, query) || contains(short, query);
    return framework.principles
      .map((principle): Row => ({ principle, covered: covered.get(principle.number)! }))
      .filter((row) => matches(row.principle) && (filter === 'all' || row.covered.isGap));
  }, [framework, coverage, filter, query, contains]);

  const render = ({ principle, covered }: Row): React.ReactNode => {
    const key = principleKey({ framework: framework.id, principle: principle.number });
    return (
      <PrincipleRow
        key={key}
        id={key}
        framework={framework.id}
        principle={principle}
        covered={covered}
        isHere={isHere}
        isOpen={opened === key}
        isRevealed={revealed === key}
      />
    );
  };

  const counted = rows.filter(({ covered }) => isCounted(covered));
  const others = rows.filter(({ covered }) => !isCounted(covered));
  if (rows.length === 0) {
    const allAnswered = t(isHere ? 'coverage.noGapsHere' : 'coverage.noGaps');
    return <p className="coverage-empty">{query === '' ? allAnswered : t('coverage.noMatch', { query })}</p>;
  }
  return (
    <>
      {framework.groups.map(({ id, title }) => {
        const own = counted.filter(({ principle }) => principle.group === id);
        if (own.length === 0) return null;
        return (
          <section key={id} className="principle-group">
            <h2>{title}</h2>
            <ul>{own.map(render)}</ul>
          </section>
        );
      })}
      {others.length > 0 && (
        <OutOfScope
          count={others.length}
          mustShow={others.some((row) => isRowOf(row, framework.id, opened)) || query !== ''}
        >
          {others.map(render)}
        </OutOfScope>
      )}
    </>
  );
});

function isRowOf({ principle }: Row, framework: string, key: string | null): boolean {
  return key === principleKey({ framework, principle: principle.number });
}

interface OutOfScopeProps {
  readonly count: number;
  /** Whether something in it was asked for. */
  readonly mustShow: boolean;
  readonly children: React.ReactNode;
}

function OutOfScope({ count, mustShow, children }: OutOfScopeProps): React.ReactNode {
  const { t } = useTranslation();
  return (
    <Disclosure className="principle-group is-quiet" {...(mustShow && { isExpanded: true })} key={String(mustShow)}>
      <Heading level={2}>
        <Button slot="trigger" className="quiet-trigger">
          <ChevronRight aria-hidden className="disclosure-arrow" />
          {t('coverage.outOfScope', { count })}
        </Button>
      </Heading>
      <DisclosurePanel>
        <p className="group-note">{t('coverage.outOfScopeWhy')}</p>
        <ul>{children}</ul>
      </DisclosurePanel>
    </Disclosure>
  );
}
