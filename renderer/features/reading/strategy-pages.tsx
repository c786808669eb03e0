import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { StrategyText } from '../../../shared/contract/texts.ts';
import { countsBefore, numberTargets, type Counts } from '../../../shared/domain/references.ts';
import { directionOf } from '../../app/i18n.ts';
import { referencesTo } from '../../editor/references/reference-host.ts';
import { numberingStyle } from '../../editor/numbering-style.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { PrintedContents } from './printed-contents.tsx';
import { StaticText } from './static-text.ts';
import { StrategyFront } from './strategy-front.tsx';
import '../../editor/section-editor.css';
import '../../editor/blocks.css';
import './strategy-pages.css';

export interface StrategyPagesProps {
  readonly text: StrategyText;
  /** When the text was like this; null for now. */
  readonly asOf: Date | null;
}

/** The whole strategy from its title to its end, to be read and printed. */
export function StrategyPages({ text, asOf }: StrategyPagesProps): React.ReactNode {
  const { t } = useTranslation();
  const { connection } = useWorkbench();
  const sections = useMemo(
    () => text.sections.map(({ id, title, summary }) => ({ id, title, targets: summary.targets })),
    [text],
  );
  const before = useMemo(() => countsBefore(sections), [sections]);
  const drawer = useMemo(() => {
    const targets = numberTargets(sections);
    return new StaticText({
      references: referencesTo(
        () => targets,
        () => t,
      ),
      pictures: connection.pictures,
      words: {
        missingPicture: t('editor.picture.missing'),
        pageBreak: t('editor.pageBreak'),
        notes: t('reading.notes'),
      },
    });
  }, [sections, connection, t]);
  return (
    <article className="page strategy-pages" lang={text.locale} dir={directionOf(text.locale)}>
      <StrategyFront title={text.title} classification={text.classification} asOf={asOf} />
      <PrintedContents sections={sections} />
      {text.sections.map((section, index) => (
        <PrintedSection
          key={section.id}
          section={section}
          number={index + 1}
          before={before.get(section.id)!}
          drawer={drawer}
        />
      ))}
    </article>
  );
}

interface PrintedSectionProps {
  readonly section: StrategyText['sections'][number];
  readonly number: number;
  /** What is counted through the strategy, before this section. */
  readonly before: Counts;
  readonly drawer: StaticText;
}

function PrintedSection({ section, number, before, drawer }: PrintedSectionProps): React.ReactNode {
  const { t } = useTranslation();
  const { id, title, owner, content } = section;
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    body.current?.replaceChildren(drawer.draw(content, before.footnote + 1));
  }, [drawer, content, before.footnote]);
  return (
    <section id={`read-${id}`} aria-labelledby={`title-${id}`}>
      <h2 className="strategy-pages-section" id={`title-${id}`}>
        <span className="strategy-pages-number">{number}</span> {title}
      </h2>
      {owner !== '' && <p className="strategy-pages-owner">{t('docx.responsible', { owner })}</p>}
      {/* Here and not above: a section that is drawn only when it is seen begins to count anew inside. */}
      <div ref={body} className="section-text is-static" style={numberingStyle(t, number, before)} />
    </section>
  );
}
