import { useEffect, useState } from 'react';
import type { SearchResult } from '../../../shared/contract/search.ts';
import type { TextQuery } from '../../../shared/domain/text-search.ts';
import { useStrategy, useWorkbench } from '../workbench/workbench-context.ts';

/** How long typing may pause before it is searched, in milliseconds. */
const PAUSE = 150;

const NOTHING: SearchResult = { hits: [], matches: 0, loose: [] };

/** What is found in the strategy, also while it changes; null until the first answer. */
export function useSearch(query: TextQuery): SearchResult | null {
  const { connection } = useWorkbench();
  const summaries = useStrategy((state) => state.summaries);
  const outline = useStrategy((state) => state.outline);
  const [result, setResult] = useState<SearchResult | null>(NOTHING);
  const { text, matchCase, wholeWords } = query;
  useEffect(() => {
    if (text.trim() === '') {
      setResult(NOTHING);
      return;
    }
    let isCurrent = true;
    const timer = setTimeout(() => {
      connection.client.search({ text, matchCase, wholeWords }).then(
        (found) => isCurrent && setResult(found),
        // The banner says that the process is away; it is asked again when something changes.
        () => {},
      );
    }, PAUSE);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [connection, text, matchCase, wholeWords, summaries, outline]);
  return result;
}
