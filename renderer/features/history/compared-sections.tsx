import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComparedItem, ComparedSection, Comparison } from '../../../shared/domain/comparison/comparison.ts';
import { ChangedValue } from './changed-value.tsx';
import { ComparedBlock } from './compared-block.tsx';
import { ComparedParts } from './compared-parts.tsx';

/** The sections that differ, block by block and word by word. */
export function ComparedSections({ comparison }: { readonly comparison: Comparison }): React.ReactNode {
  const { t } = useTranslation();
  const changed = comparison.sections.filter(({ change }) => change !== 'same');
  return (
    <section aria-labelledby="compared-text">
      <h2 id="compared-text">{t('history.text')}</h2>
      {changed.length === 0 && <p>{t('history.sameText')}</p>}
      {changed.map((section) => (
        <Section key={section.section} section={section} />
      ))}
    </section>
  );
}

function Section({ section }: { readonly section: ComparedSection }): React.ReactNode {
  const { t } = useTranslation();
  const { change, title, titleParts, blocks } = section;
  const isWhole = change === 'added' || change === 'removed';
  return (
    <section className="compared-section" data-change={change}>
      <h3>
        {titleParts.length > 0 ? <ComparedParts parts={titleParts} /> : <bdi>{title}</bdi>}
        {isWhole && <span className="compared-change">{t(`history.sectionChange.${change}`)}</span>}
      </h3>
      <SectionFacts section={section} />
      {inTables(blocks).map(({ key, rows, block }) =>
        rows.length > 0 ? (
          <div key={key} className="compared-table">
            {rows.map((row) => (
              <ComparedBlock key={row.key} item={row.item} />
            ))}
          </div>
        ) : (
          <Fragment key={key}>
            {block?.change === 'gap' && <p className="compared-gap">{t('history.gap', { count: block.count })}</p>}
            {block && block.change !== 'gap' && <ComparedBlock item={block} />}
          </Fragment>
        ),
      )}
    </section>
  );
}

/** What is different about a section besides its text. */
function SectionFacts({ section }: { readonly section: ComparedSection }): React.ReactNode {
  const { t } = useTranslation();
  const { moved, facts, departed, renewed, isOtherwiseChanged } = section;
  const inWords = (fact: string, value: string): string =>
    fact === 'status' && value !== '' ? t(`status.${value}` as 'status.drafting') : value;
  const sentences = [
    ...(moved ? [t('history.moved', moved)] : []),
    ...(departed > 0 ? [t('history.departed', { count: departed })] : []),
    ...(renewed > 0 ? [t('history.renewed', { count: renewed })] : []),
    ...(isOtherwiseChanged ? [t('history.otherwise')] : []),
  ];
  if (sentences.length + facts.length === 0) return null;
  return (
    <ul className="compared-facts">
      {facts.map(({ fact, before, after }) => (
        <li key={fact}>
          <ChangedValue label={t(`history.fact.${fact}`)} before={inWords(fact, before)} after={inWords(fact, after)} />
        </li>
      ))}
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

interface Grouped {
  readonly key: string;
  /** Of one table, one after the other. */
  readonly rows: { readonly key: string; readonly item: ComparedItem }[];
  readonly block: ComparedSection['blocks'][number] | null;
}

/** Blocks have nothing but their place to be told apart by. */
function inTables(blocks: ComparedSection['blocks']): Grouped[] {
  const grouped: Grouped[] = [];
  blocks.forEach((block, index) => {
    const key = `${index}`;
    const last = grouped.at(-1);
    if (block.change === 'gap' || block.role !== 'table-row') grouped.push({ key, rows: [], block });
    else if (last && last.rows.length > 0) last.rows.push({ key, item: block });
    else grouped.push({ key, rows: [{ key, item: block }], block: null });
  });
  return grouped;
}
