import * as Y from 'yjs';
import { projectSection, type ProjectedSection } from '../storage/projection.ts';
import { applyStored, isWhole, type StoredDocument } from '../storage/stored-document.ts';
import { readContent } from '../../shared/document/content.ts';
import { OUTLINE, sectionDocument } from '../../shared/document/layout.ts';
import { readOutline } from '../../shared/document/outline.ts';
import type { ExportFormat } from '../../shared/contract/exports.ts';
import { tagsByBlock } from '../../shared/document/tags.ts';
import { computeCoverage, summariseSection } from '../../shared/domain/coverage.ts';
import { coverageMatrix } from '../../shared/domain/coverage-matrix.ts';
import { reportCoverage } from '../../shared/domain/coverage-report.ts';
import { numberTargets } from '../../shared/domain/references.ts';
import type { Framework } from '../../shared/domain/framework.ts';
import type { DocxLabels } from './docx/docx-labels.ts';
import type { HouseStyle } from './docx/house-style/house-style.ts';
import type { ExportedAsset, ExportedBlock, ExportedSection, ExportedStrategy } from './docx/exported-strategy.ts';

/** Everything an export is made from, as plain data that can be handed to another thread. */
export interface ExportOrder {
  readonly format: ExportFormat;
  readonly documents: readonly StoredDocument[];
  /** Frameworks whose coverage goes into the annex; empty for no annex. */
  readonly frameworks: readonly Framework[];
  /** Frameworks by which tags are shown beside their paragraphs; null where they are not. */
  readonly shownTags: readonly Framework[] | null;
  readonly organisation: string;
  /** Of the last change, so that the same text gives the same file on any day; ISO 8601. */
  readonly date: string;
  readonly assets: ReadonlyMap<string, ExportedAsset>;
  readonly labels: DocxLabels;
  /** How a Word file looks; null for our own look. */
  readonly houseStyle: HouseStyle | null;
}

type SectionText = Pick<ProjectedSection, 'blocks' | 'tags'> & Pick<ExportedSection, 'content' | 'isIncomplete'>;

/** Reads the documents of an order into the plain strategy that the writers take. */
export function composeExport({
  documents,
  frameworks,
  shownTags,
  organisation,
  date,
  assets,
  labels,
  houseStyle,
}: ExportOrder): ExportedStrategy {
  const stored = new Map(documents.map((document) => [document.document, document]));
  const read = <T>(document: string, reader: (doc: Y.Doc) => T): T => {
    const doc = new Y.Doc();
    const found = stored.get(document);
    try {
      if (found) applyStored(doc, found);
      return reader(doc);
    } finally {
      doc.destroy();
    }
  };
  const readSection = (section: string): SectionText => {
    try {
      return read(sectionDocument(section), (doc) => {
        const { blocks, tags } = projectSection(doc);
        return { blocks, tags, content: readContent(doc), isIncomplete: !isWhole(doc) };
      });
    } catch {
      // The others are no worse for it; the document says where it lacks one.
      return { blocks: [], tags: [], content: { type: 'doc' }, isIncomplete: true };
    }
  };
  const outline = read(OUTLINE, readOutline);
  const sections = outline.sections.map(({ id, title, owner }, index) => {
    const { blocks, tags, ...text } = readSection(id);
    return {
      summary: summariseSection(id, blocks, tags),
      exported: { id, number: index + 1, title, owner, blocks: withTags(blocks, tags), ...text },
    };
  });
  const summaries = sections.map(({ summary }) => summary);
  const bySection = new Map(summaries.map((summary) => [summary.section, summary]));
  return {
    title: outline.title,
    template: outline.template,
    locale: outline.locale,
    classification: outline.classification,
    ownFrameworks: outline.frameworks,
    organisation,
    date,
    sections: sections.map(({ exported }) => exported),
    coverage: frameworks.map((framework) => {
      const { template, decisions } = outline;
      const coverage = computeCoverage({ framework, template, sections: summaries, decisions, actions: [] });
      return {
        framework,
        report: reportCoverage(framework, coverage),
        matrix: coverageMatrix({ framework, sections: outline.sections, summaries: bySection, coverage }),
      };
    }),
    shownTags,
    targets: numberTargets(
      sections.map(({ exported: { id, title }, summary: { targets } }) => ({ id, title, targets })),
    ),
    assets,
    labels,
    houseStyle,
  };
}

function withTags(blocks: ProjectedSection['blocks'], tags: ProjectedSection['tags']): ExportedBlock[] {
  const byBlock = tagsByBlock(tags);
  return blocks.map(({ id, kind, text }) => ({
    id,
    kind,
    text,
    tags: (byBlock.get(id) ?? []).map(({ block: _, ...tag }) => tag),
  }));
}
