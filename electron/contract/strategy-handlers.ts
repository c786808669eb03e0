import type { Client, StrategyMethods } from '../../shared/contract/methods.ts';
import type { StrategyInfo } from '../../shared/contract/strategy.ts';
import type { BlockInfo, PlacedTag } from '../../shared/contract/texts.ts';
import { FailureError } from '../../shared/contract/failure.ts';
import { OUTLINE, sectionDocument } from '../../shared/document/layout.ts';
import { putDecision, setSectionStatus, withdrawDecision } from '../../shared/document/outline.ts';
import { putTag, removeTag, tagsByBlock, type Tag } from '../../shared/document/tags.ts';
import { computeCoverage } from '../../shared/domain/coverage.ts';
import { reportCoverage } from '../../shared/domain/coverage-report.ts';
import { findPrinciple, frameworksOf, type Framework } from '../../shared/domain/framework.ts';
import type { Wordings } from '../frameworks/wordings.ts';
import { readImport } from '../exchange/import/read-import.ts';
import { readHouseStyleFile, type HouseStyleFile } from '../application/house-style-file.ts';
import type { Exporter } from '../exchange/exporter.ts';
import { networkOf } from '../storage/network.ts';
import { cleanCopy, saveCopy } from '../workspace/copies.ts';
import { allThreads, comment, discardComment, threadsOf } from '../workspace/comments.ts';
import { checkStrategy } from '../workspace/check.ts';
import { searchStrategy } from '../workspace/search.ts';
import { importText, previewImport } from '../workspace/import-text.ts';
import { compareVersions } from '../workspace/compare-versions.ts';
import { readStrategyText, sourceOf } from '../workspace/strategy-text.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Sharing } from '../lan/sharing.ts';
import { createFrameworkHandlers } from './framework-handlers.ts';
import { createSharingHandlers } from './sharing-handlers.ts';

export interface StrategyHandlerOptions {
  readonly workspace: Workspace;
  /** Those that come with the application. */
  readonly shipped: readonly Framework[];
  readonly wordings: Wordings;
  readonly exporter: Exporter;
  readonly sharing: Sharing;
  readonly houseStyle: HouseStyleFile;
  /** Name for "by whom" when the caller gives none. */
  readonly personName: () => string | null;
  /** Where a copy goes: as asked, or under a free name made from the title. */
  readonly copyTarget: (file: string | undefined, kind: 'copy' | 'clean', title: string) => string;
}

/** What can be asked of one open strategy. */
export function createStrategyHandlers({
  workspace,
  shipped,
  wordings,
  exporter,
  sharing,
  houseStyle,
  personName,
  copyTarget,
}: StrategyHandlerOptions): Client<StrategyMethods> {
  const frameworkOf = async (id: string): Promise<Framework> => {
    const frameworks = frameworksOf(shipped, (await workspace.outline()).frameworks);
    const framework = frameworks.find((candidate) => candidate.id === id);
    if (framework) return framework;
    throw new FailureError('framework-unknown', { framework: id, known: frameworks.map((each) => each.id).join(', ') });
  };

  const hasPrinciple = async (ref: { framework: string; principle: number }): Promise<boolean> =>
    findPrinciple(await frameworkOf(ref.framework), ref.principle) !== undefined;

  const assertPrinciple = async (ref: { framework: string; principle: number }): Promise<void> => {
    if (!(await hasPrinciple(ref))) throw new FailureError('principle-unknown', ref);
  };

  const signer = (as: string | undefined): string => {
    const name = as ?? personName();
    if (name === null || name.trim() === '') throw new FailureError('person-unknown');
    return name;
  };

  const sectionOfBlock = async (block: string): Promise<string> => {
    const section = await workspace.sectionOfBlock(block);
    if (section === null) throw new FailureError('block-unknown', { block });
    return section;
  };

  return {
    info: async () => describe(workspace),

    blocks: async ({ section }) => {
      await workspace.hub.settle();
      const { sections } = await workspace.outline();
      if (section !== undefined && !sections.some(({ id }) => id === section)) {
        throw new FailureError('section-unknown', { section });
      }
      const asked = sections.filter(({ id }) => section === undefined || id === section);
      return (await Promise.all(asked.map(({ id }) => listBlocks(workspace, id)))).flat();
    },

    tag: async ({ block, framework, principle, strength, reason, as }) => {
      await assertPrinciple({ framework, principle });
      const tag: Tag = { block, framework, principle, strength, reason, by: signer(as), at: new Date().toISOString() };
      const section = await sectionOfBlock(block);
      await workspace.edit(sectionDocument(section), (doc) => putTag(doc, tag), as);
      return tag satisfies PlacedTag;
    },

    untag: async ({ block, framework, principle, as }) => {
      const isPrinciple = await hasPrinciple({ framework, principle });
      const section = await sectionOfBlock(block);
      const removed = await workspace.edit(
        sectionDocument(section),
        (doc) => removeTag(doc, block, { framework, principle }),
        as,
      );
      // A number that the framework has lost may still be tagged; such a tag can be taken away (SPEC F4).
      if (!removed && !isPrinciple) throw new FailureError('principle-unknown', { framework, principle });
      if (!removed) throw new FailureError('tag-unknown', { block, principle });
      return { removed: true };
    },

    setAside: async ({ framework, principle, reason, as }) => {
      await assertPrinciple({ framework, principle });
      const decision = { framework, principle, reason, by: signer(as), at: new Date().toISOString() };
      await workspace.edit(OUTLINE, (doc) => putDecision(doc, decision), as);
      return decision;
    },

    withdrawSetAside: async ({ framework, principle, as }) => {
      const isPrinciple = await hasPrinciple({ framework, principle });
      const withdrawn = await workspace.edit(OUTLINE, (doc) => withdrawDecision(doc, { framework, principle }), as);
      if (!withdrawn && !isPrinciple) throw new FailureError('principle-unknown', { framework, principle });
      if (!withdrawn) throw new FailureError('decision-unknown', { principle });
      return { withdrawn: true };
    },

    setStatus: async ({ section, status }) => {
      const { sections } = await workspace.outline();
      if (!sections.some(({ id }) => id === section)) throw new FailureError('section-unknown', { section });
      await workspace.edit(OUTLINE, (doc) => setSectionStatus(doc, section, status));
      return {};
    },

    coverage: async ({ framework: id }) => {
      const framework = await frameworkOf(id);
      const { template, decisions } = await workspace.outline();
      const sections = await workspace.summaries();
      return reportCoverage(framework, computeCoverage({ framework, template, sections, decisions, actions: [] }));
    },

    summaries: async ({ sections }) => workspace.summaries(sections),
    search: async (query) => searchStrategy(workspace, query),
    check: async () => checkStrategy(workspace),
    exportTo: async ({ file, include = ['coverage'], style }) =>
      exporter.exportTo(file, { include, houseStyle: style === undefined ? null : readHouseStyleFile(style) }),
    startExport: async ({ format, include, inHouseStyle }) => ({
      job: exporter.start(format, { include, houseStyle: inHouseStyle ? houseStyle.read() : null }),
    }),
    cancelExport: async ({ job }) => {
      exporter.cancel(job);
      return {};
    },
    previewImport: async ({ name, data, splitLevel, isOneSection }) =>
      previewImport(readImport(name, Buffer.from(data, 'base64'), { splitLevel, isOneSection })),
    importText: async ({ as, ...order }) => importText(workspace, order, as),
    threads: async ({ section }) => (section === undefined ? allThreads(workspace) : threadsOf(workspace, section)),
    comment: async ({ section, command, as }) => {
      await comment(workspace, section, command, as);
      return {};
    },
    discardComment: async ({ message }) => {
      discardComment(workspace, message);
      return {};
    },
    keepVersion: async ({ as, ...version }) => workspace.keepVersion(version, as),
    versions: async () => workspace.versions.list(),
    removeVersion: async ({ version }) => {
      workspace.removeVersion(version);
      return {};
    },
    text: async ({ version }) => readStrategyText(sourceOf(workspace, version)),
    compare: async ({ before, after }) => compareVersions(sourceOf(workspace, before), sourceOf(workspace, after)),
    saveCopy: async ({ file }) => {
      const target = copyTarget(file, 'copy', (await workspace.outline()).title);
      await saveCopy(workspace, target);
      return { file: target };
    },
    cleanCopy: async ({ file }) => {
      const target = copyTarget(file, 'clean', (await workspace.outline()).title);
      await cleanCopy(workspace, target);
      return { file: target };
    },
    ...createSharingHandlers(sharing),
    ...createFrameworkHandlers({ shipped, frameworkOf, wordings }),
    place: async () => ({ file: workspace.file.path, network: networkOf(workspace.file.path) }),
    retryStorage: async () => ({ writable: workspace.hub.retry() }),
  };
}

async function describe(workspace: Workspace): Promise<StrategyInfo> {
  const { title, template, locale, schemaVersion, sections } = await workspace.outline();
  const summaries = await workspace.summaries(sections.map(({ id }) => id));
  const infos = sections.map(({ id, title: sectionTitle, owner, status }, index) => {
    const { words, blocks } = summaries[index]!;
    return { id, title: sectionTitle, owner, status, words, blocks };
  });
  return {
    title,
    template,
    locale,
    schemaVersion,
    words: infos.reduce((sum, { words }) => sum + words, 0),
    sections: infos,
  };
}

async function listBlocks(workspace: Workspace, section: string): Promise<BlockInfo[]> {
  const { blocks, tags } = await workspace.project(section);
  const byBlock = tagsByBlock(tags);
  return blocks.map(({ id, kind, text }, index) => ({
    id,
    section,
    index,
    kind,
    text,
    tags: (byBlock.get(id) ?? []).map(({ block: _, ...tag }) => tag),
  }));
}
