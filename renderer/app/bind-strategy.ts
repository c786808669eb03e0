import type * as Y from 'yjs';
import type { StrategyConnection } from '../bridge/strategy-connection.ts';
import { readBlocks } from '../../shared/document/blocks.ts';
import { contentOf, sectionOfDocument, tagsOf } from '../../shared/document/layout.ts';
import { readOutline } from '../../shared/document/outline.ts';
import { readTags } from '../../shared/document/tags.ts';
import { summariseSection } from '../../shared/domain/coverage.ts';
import { followPeople } from './follow-people.ts';
import { followThreads } from './follow-threads.ts';
import type { StrategyStore } from './strategy-store.ts';

/** How long text may be quiet before words and excerpts are counted again, in milliseconds. */
const QUIET = 300;

/**
 * Lets the store follow the documents: the outline, the summaries of sections that this window has
 * open from the documents themselves, and those of all others, and official wordings, and how the strategy stands to other
 * machines, from the process.
 * @returns How to stop, and when everything has arrived for the first time.
 */
export function bindStrategy(
  connection: StrategyConnection,
  store: StrategyStore,
): { readonly stop: () => void; readonly arrived: Promise<void> } {
  const { setOutline, putSummaries, setWordings, setSaveState, setSharing } = store.getState();
  const outline = connection.outline.doc;
  const followed = new Map<string, () => void>();

  const takeOutline = (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction): void =>
    setOutline(readOutline(outline), local);
  const askSummaries = async (): Promise<void> => {
    const summaries = await connection.client.summaries({});
    putSummaries(summaries.filter(({ section }) => !followed.has(section)));
  };
  const askWordings = async (): Promise<void> => setWordings((await connection.client.wordings({})).wordings);
  // What was told while the answer was on its way is newer than the answer.
  let told = 0;
  const askSharing = async (): Promise<void> => {
    const before = told;
    const sharing = await connection.client.sharing({});
    if (told === before) setSharing(sharing);
  };
  let isAway = false;
  const stops = [
    connection.onSaveState((state) => {
      setSaveState(state);
      if (state.kind === 'disconnected') isAway = true;
      // What others wrote meanwhile nobody has told; from here on it is told again.
      if (!isAway || !['saved', 'failed', 'read-only'].includes(state.kind)) return;
      isAway = false;
      askSummaries().catch(() => {});
      askWordings().catch(() => {});
      askSharing().catch(() => {});
    }),
    connection.onEvent((event) => {
      if (event.type === 'wordings') askWordings().catch(() => {});
      if (event.type === 'sharing') {
        told += 1;
        setSharing(event.sharing);
      }
      if (event.type !== 'summaries') return;
      const elsewhere = event.sections.filter(({ section }) => !followed.has(section));
      if (elsewhere.length > 0) putSummaries(elsewhere);
    }),
    followPeople(connection.presences, store),
    followThreads(connection, store),
    connection.onOpen((name, doc) => {
      const section = sectionOfDocument(name);
      if (section !== null)
        followed.set(
          section,
          followSection(section, doc, (summary) => putSummaries([summary])),
        );
    }),
  ];
  // The text can be written without them.
  askWordings().catch(() => {});
  // What may be written here follows from it; without an answer the process is the one that refuses.
  const sharing = askSharing().catch(() => {});
  const arrived = Promise.all([askSummaries(), connection.outline.whenSynced, sharing]).then(() => {
    setOutline(readOutline(outline), true);
    outline.on('update', takeOutline);
  });
  return {
    arrived,
    stop: () => {
      outline.off('update', takeOutline);
      for (const stop of [...stops, ...followed.values()]) stop();
    },
  };
}

/** Begins with the section as it is; then a tag counts at once, text when it has been quiet for a moment. */
function followSection(
  section: string,
  doc: Y.Doc,
  publish: (summary: ReturnType<typeof summariseSection>) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const summarise = (): void => {
    clearTimeout(timer);
    timer = undefined;
    publish(summariseSection(section, readBlocks(contentOf(doc)), readTags(doc)));
  };
  const summariseLater = (): void => {
    clearTimeout(timer);
    timer = setTimeout(summarise, QUIET);
  };
  contentOf(doc).observeDeep(summariseLater);
  tagsOf(doc).observe(summarise);
  summarise();
  return () => {
    clearTimeout(timer);
    contentOf(doc).unobserveDeep(summariseLater);
    tagsOf(doc).unobserve(summarise);
  };
}
