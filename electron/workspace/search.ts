import type { SearchHit, SearchResult } from '../../shared/contract/search.ts';
import type { Block } from '../../shared/document/blocks.ts';
import { sectionDocument } from '../../shared/document/layout.ts';
import { findMatches, foldText, queryWords, type TextMatch, type TextQuery } from '../../shared/domain/text-search.ts';
import type { Workspace } from './workspace.ts';

/** Most passages that are told at once; the count of all is told besides. */
export const MOST_HITS = 500;

/** Letters before the first match that an excerpt shows, and its length in all. */
const EXCERPT_BEFORE = 40;
const EXCERPT_LENGTH = 180;

type Passage = Pick<Block, 'id' | 'text' | 'footnotes'>;

const NO_FOOTNOTES: Passage['footnotes'] = [];

/**
 * Looks for a text in the whole strategy, in reading order: in the titles of sections, in blocks, and in
 * their footnotes. Where it is more than one word, passages that hold all of them elsewhere come besides.
 */
export async function searchStrategy(workspace: Workspace, query: TextQuery): Promise<SearchResult> {
  await workspace.hub.settle();
  const text = query.text.trim();
  if (text === '') return { hits: [], matches: 0, loose: [] };
  const exact = { ...query, text };
  const words = queryWords(text);
  const { sections } = await workspace.outline();
  const found = candidates(workspace, words.length > 1 ? words : [foldText(text)]);
  const hits: SearchHit[] = [];
  const loose: SearchHit[] = [];
  let matches = 0;
  for (const { id: section, title } of sections) {
    const inTitle = findMatches(title, exact);
    if (inTitle.length > 0 && hits.length < MOST_HITS) hits.push(hitOf(section, null, title, inTitle));
    matches += inTitle.length;
    for (const block of await passagesOf(workspace, section, found)) {
      let own = 0;
      for (const part of partsOf(block)) {
        const inPart = findMatches(part, exact);
        own += inPart.length;
        if (inPart.length > 0 && hits.length < MOST_HITS) hits.push(hitOf(section, block.id, part, inPart));
      }
      matches += own;
      const isLoose = own === 0 && words.length > 1 && !query.matchCase && loose.length < MOST_HITS;
      if (isLoose) loose.push(...looseHit(section, block, words));
    }
  }
  return { hits, matches, loose };
}

interface PassageRow {
  readonly section: string;
  readonly id: string;
  readonly text: string;
  /** JSON. */
  readonly footnotes: string;
}

/** Rows that may hold what is looked for, by section: those that the index finds, or all where it is too short for that. */
function candidates({ file: { db } }: Workspace, parts: readonly string[]): ReadonlyMap<string, Passage[]> {
  const trigrams = parts.flatMap(trigramsOf);
  const select = (where: string): string =>
    `SELECT section, id, text, footnotes FROM block ${where} ORDER BY section, idx`;
  const rows =
    trigrams.length === 0
      ? db.prepare<[], PassageRow>(select('')).all()
      : db
          .prepare<[string], PassageRow>(select('WHERE row IN (SELECT rowid FROM search WHERE search MATCH ?)'))
          .all(trigrams.map((trigram) => `"${trigram.replaceAll('"', '""')}"`).join(' AND '));
  const passages = rows.map(({ footnotes, ...row }) => ({
    ...row,
    footnotes: footnotes === '[]' ? NO_FOOTNOTES : (JSON.parse(footnotes) as Passage['footnotes']),
  }));
  return Map.groupBy(passages, ({ section }) => section);
}

/** Every three characters in a row, as the index has them. */
function trigramsOf(text: string): string[] {
  const characters = Array.from(text);
  const trigrams = new Set<string>();
  for (let at = 0; at + 3 <= characters.length; at++) trigrams.add(characters.slice(at, at + 3).join(''));
  return [...trigrams];
}

/** From the index where the rows of the section are as new as its document, and else from the document. */
async function passagesOf(
  workspace: Workspace,
  section: string,
  found: ReadonlyMap<string, Passage[]>,
): Promise<readonly Passage[]> {
  if (workspace.projection.isCurrent(sectionDocument(section))) return found.get(section) ?? [];
  return (await workspace.project(section)).blocks;
}

function partsOf({ text, footnotes }: Passage): string[] {
  return [text, ...footnotes.map((footnote) => footnote.text)];
}

function looseHit(section: string, block: Passage, words: readonly string[]): SearchHit[] {
  const text = partsOf(block).join(' ');
  const places = words.map((word) => findMatches(text, { text: word, matchCase: false, wholeWords: false })[0]);
  if (places.includes(undefined)) return [];
  return [
    hitOf(
      section,
      block.id,
      text,
      (places as TextMatch[]).sort((a, b) => a.from - b.from),
    ),
  ];
}

/** @param matches In their order; at least one. */
function hitOf(section: string, block: string | null, text: string, matches: readonly TextMatch[]): SearchHit {
  const [first] = matches;
  const start = Math.max(0, first!.from - EXCERPT_BEFORE);
  // Not in the middle of a word, unless that is longer than the excerpt.
  const from = start === 0 ? 0 : Math.min(first!.from, text.indexOf(' ', start) + 1 || start);
  const to = Math.min(text.length, Math.max(from + EXCERPT_LENGTH, first!.to));
  return {
    section,
    block,
    excerpt: text.slice(from, to).replace(/\s/g, ' '),
    isCut: { before: from > 0, after: to < text.length },
    ranges: matches
      .filter((match) => match.to <= to)
      .map((match) => ({ from: match.from - from, to: match.to - from })),
    first: first!,
    count: matches.length,
  };
}
