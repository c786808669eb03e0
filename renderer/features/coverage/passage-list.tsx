import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { showPanel } from '../workbench/show-panel.ts';
import { isNarrow } from '../workbench/use-is-narrow.ts';
import { useStrategy } from '../workbench/workbench-context.ts';
import type { TaggedPassage } from './use-passages.ts';

export interface PassageListProps {
  readonly title: string;
  readonly passages: readonly TaggedPassage[];
}

/** Paragraphs, each of which leads to its place in the text. */
export function PassageList({ title, passages }: PassageListProps): React.ReactNode {
  return (
    <div>
      <h4>{title}</h4>
      <ul className="passages">
        {passages.map((passage) => (
          <li key={passage.block}>
            <PassageButton passage={passage} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** One of them. */
export function PassageButton({
  passage: { section, block, number, excerpt, strength, reason, by },
}: {
  readonly passage: TaggedPassage;
}): React.ReactNode {
  const { t } = useTranslation();
  const goTo = useStrategy((state) => state.goTo);
  const facts = [t(`strength.${strength}`), by, reason].filter((fact) => fact !== '');
  return (
    <Button
      className="passage"
      onPress={() => {
        if (isNarrow()) showPanel(false);
        goTo(section, block);
      }}
    >
      <span className="visually-hidden">{t('coverage.goTo', { number })}</span>
      <span className="passage-number" aria-hidden>
        {number}
      </span>
      <bdi className="passage-excerpt">{excerpt}</bdi>
      <bdi className="passage-facts">{facts.join(' · ')}</bdi>
    </Button>
  );
}
