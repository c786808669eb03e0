import { Fragment, type KeyboardEvent } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { SearchHit, SearchResult } from '../../../shared/contract/search.ts';
import { titleOf } from '../outline/outline-commands.ts';
import { showPanel } from '../workbench/show-panel.ts';
import { isNarrow } from '../workbench/use-is-narrow.ts';
import { useStrategy } from '../workbench/workbench-context.ts';

/** What was found, section by section; each leads to its place in the text. */
export function SearchHits({ result }: { readonly result: SearchResult }): React.ReactNode {
  const { t } = useTranslation();
  return (
    <div className="search-hits" onKeyDown={moveAmongHits} role="presentation">
      <Hits hits={result.hits} />
      {result.loose.length > 0 && (
        <>
          <h2 className="search-loose">{t('search.loose')}</h2>
          <Hits hits={result.loose} />
        </>
      )}
    </div>
  );
}

/** The arrows go from hit to hit. */
function moveAmongHits(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const hits = [...event.currentTarget.querySelectorAll<HTMLElement>('.search-hit')];
  const next = hits[hits.indexOf(document.activeElement as HTMLElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function Hits({ hits }: { readonly hits: readonly SearchHit[] }): React.ReactNode {
  const sections = useStrategy(({ outline }) => outline?.sections);
  const groups = Map.groupBy(hits, ({ section }) => section);
  return (sections ?? []).map((section, index) => {
    const own = groups.get(section.id);
    return own === undefined ? null : (
      <section key={section.id} aria-label={titleOf(section)}>
        <h3 className="search-section">
          {index + 1}. {titleOf(section)}
        </h3>
        <ul>
          {own.map((hit) => (
            // A block and each of its footnotes are hits of their own.
            <li key={`${hit.block} ${hit.first.from} ${hit.excerpt}`}>
              <HitButton hit={hit} />
            </li>
          ))}
        </ul>
      </section>
    );
  });
}

function HitButton({ hit }: { readonly hit: SearchHit }): React.ReactNode {
  const goTo = useStrategy((state) => state.goTo);
  const { section, block, first, isCut } = hit;
  return (
    <Button
      className="search-hit"
      onPress={() => {
        if (isNarrow()) showPanel(false);
        goTo(section, block, first);
      }}
    >
      <bdi>
        {isCut.before && '…'}
        <Marked hit={hit} />
        {isCut.after && '…'}
      </bdi>
    </Button>
  );
}

function Marked({ hit: { excerpt, ranges } }: { readonly hit: SearchHit }): React.ReactNode {
  let at = 0;
  const pieces = ranges.flatMap(({ from, to }) => {
    const before = excerpt.slice(at, Math.max(at, from));
    const piece = (
      <Fragment key={from}>
        {before}
        <mark>{excerpt.slice(Math.max(at, from), to)}</mark>
      </Fragment>
    );
    at = Math.max(at, to);
    return piece;
  });
  return (
    <>
      {pieces}
      {excerpt.slice(at)}
    </>
  );
}
