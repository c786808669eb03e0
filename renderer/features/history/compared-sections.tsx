import { useTranslation } from 'react-i18next';
import type { Comparison } from '../../../shared/contract/contract.ts';

type Section = Comparison['sections'][number];
type ComparedBlock = Section['blocks'][number];
type Part = Section['titleParts'][number];

/** The sections that differ, block by block and word by word. */
export function ComparedSections({ comparison }: { readonly comparison: Comparison }): React.ReactNode {
  const { t } = useTranslation();
  const changed = comparison.sections.filter(({ change }) => change !== 'same');
  return (
    <section aria-labelledby="compared-text">
      <h2 id="compared-text">{t('history.text')}</h2>
      {changed.length === 0 && <p>{t('history.sameText')}</p>}
      {changed.map((section) => (
        <section key={section.section} className="compared-section" data-change={section.change}>
          <h3>
            {section.titleParts.length > 0 ? <Parts parts={section.titleParts} /> : section.title}
            {section.change !== 'changed' && section.change !== 'same' && (
              <span className="compared-change">{t(`history.changes.${section.change}`)}</span>
            )}
          </h3>
          {section.blocks.map((block, index) => (
            <Block key={block.change === 'gap' ? index : `${block.change} ${block.id}`} block={block} />
          ))}
        </section>
      ))}
    </section>
  );
}

function Block({ block }: { readonly block: ComparedBlock }): React.ReactNode {
  const { t } = useTranslation();
  if (block.change === 'gap') return <p className="compared-gap">{t('history.gap', { count: block.count })}</p>;
  return (
    <p className="compared-block" data-change={block.change} data-kind={block.kind} dir="auto">
      {block.change === 'moved' && <span className="compared-change">{t('history.changes.moved')}</span>}
      <Parts parts={block.parts} />
    </p>
  );
}

function Parts({ parts }: { readonly parts: readonly Part[] }): React.ReactNode {
  return parts.map(({ change, text }, index) => {
    // Parts have nothing but their place to be told apart by.
    const key = `${index}`;
    if (change === 'added') return <ins key={key}>{text}</ins>;
    if (change === 'removed') return <del key={key}>{text}</del>;
    return <span key={key}>{text}</span>;
  });
}
