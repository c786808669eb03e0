import { setImmediate } from 'node:timers/promises';
import type { NodeJson } from '../../../shared/document/schema.ts';
import { type FileChild, type IContext, Document, Packer } from 'docx';
import { BODY, blocks, LANDSCAPE_BODY } from './blocks.ts';
import { contents } from './contents.ts';
import { type Conversion, createConversion } from './conversion.ts';
import { coverageAnnex } from './coverage-annex.ts';
import { documentLocale } from '../../../shared/domain/document-locale.ts';
import { documentProperties } from './document-properties.ts';
import type { ExportedStrategy } from './exported-strategy.ts';
import type { ExportedFile, WriteOptions } from '../run-export.ts';
import { dressDocument } from './house-style/dress-document.ts';
import { headingNumbering } from './numbering.ts';
import { PreparedBlock } from './prepared-block.ts';
import { matrixAnnex } from './matrix-annex.ts';
import { page, pageSetup, widePages } from './running-matter.ts';
import { sectionOpening } from './section-opening.ts';
import { documentStyles } from './styles.ts';
import { plainParagraph, titlePage } from './title-page.ts';
import { fixTimestamps } from './zip-timestamps.ts';

/** Milliseconds of work after which others get a turn. */
const SLICE = 25;

/** Share of the whole work that converting the text is; the rest is writing the package. */
const CONVERTING = 0.4;

/**
 * Writes a strategy as a Word document. The same strategy gives the same bytes. Rejects with the
 * signal's reason when aborted; the package itself is written in one go, and not handed out if the
 * signal was aborted meanwhile.
 */
export async function writeDocx(
  strategy: ExportedStrategy,
  { onProgress = () => {}, signal }: WriteOptions = {},
): Promise<ExportedFile> {
  signal?.throwIfAborted();
  onProgress(0);
  const locale = documentLocale(strategy.locale);
  const conversion = createConversion(strategy, locale);
  const document = new Document({
    styles: documentStyles(locale),
    features: { updateFields: true },
    comments: { children: [...conversion.comments] },
    sections: [{ ...pageSetup(strategy, conversion), children: [] }],
  });
  const context: IContext = { file: document, viewWrapper: document.Document, stack: [] };
  const paper: Paper = {
    write: (written) => {
      for (const block of written) document.Document.View.add(new PreparedBlock(block, context));
    },
    turn: (orientation) => document.Document.View.Body.addSection(page(orientation)),
    addWidePages: () => document.Document.View.Body.addSection(widePages()),
  };
  await convert(strategy, conversion, paper, (fraction) => onProgress(fraction * CONVERTING), signal);
  conversion.footnotes.forEach((text, index) => document.FootNotes.View.createFootNote(index + 1, [text]));
  await pause(signal);
  const properties = documentProperties(strategy, locale.toString());
  const packed = await Packer.pack(document, 'uint8array', undefined, properties);
  await pause(signal);
  const bytes = strategy.houseStyle ? dressDocument(packed, strategy.houseStyle) : packed;
  await pause(signal);
  fixTimestamps(bytes);
  onProgress(1);
  return { bytes, warnings: conversion.warnings.list() };
}

/** What is written on. */
interface Paper {
  readonly write: (blocks: readonly FileChild[]) => void;
  /** Goes on on a new page. */
  readonly turn: (orientation: 'portrait' | 'landscape') => void;
  /** What follows stands on pages on their side. */
  readonly addWidePages: () => void;
}

async function convert(
  strategy: ExportedStrategy,
  conversion: Conversion,
  { write, turn, addWidePages }: Paper,
  onProgress: (fraction: number) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { sections } = strategy;
  write([...titlePage(strategy, conversion), ...contents(strategy, conversion)]);
  const total = sections.reduce((sum, { content }) => sum + 1 + (content.content?.length ?? 0), 0);
  let done = 0;
  let expected = 1;
  let sliceEnd = performance.now() + SLICE;
  for (const [index, section] of sections.entries()) {
    if (section.number !== expected) {
      conversion.headingNumbering = (level) => headingNumbering(level, section.number, index + 1);
    }
    expected = section.number + 1;
    write(sectionOpening(section, index === 0, strategy, conversion));
    if (section.isIncomplete) {
      conversion.warnings.count('incomplete-section');
      write([plainParagraph('BodyText', strategy.labels.incomplete, conversion)]);
    }
    let isTurned = false;
    const turnTo = (landscape: boolean): void => {
      if (landscape !== isTurned) turn(landscape ? 'landscape' : 'portrait');
      isTurned = landscape;
    };
    const nodes = section.content.content ?? [];
    for (const [at, node] of nodes.entries()) {
      turnTo(isWide(node) || (node.type === 'caption' && isWide(nodes[at + 1])));
      write(blocks([node], isTurned ? LANDSCAPE_BODY : BODY, conversion));
      done++;
      if (performance.now() < sliceEnd) continue;
      onProgress(done / total);
      await pause(signal);
      sliceEnd = performance.now() + SLICE;
    }
    turnTo(false);
    onProgress(++done / total);
  }
  write(coverageAnnex(strategy, conversion));
  const matrices = matrixAnnex(strategy, conversion);
  if (matrices.length === 0) return;
  addWidePages();
  write(matrices);
}

/** A table that wants a page turned on its side. */
function isWide(node: NodeJson | undefined): boolean {
  return node?.type === 'table' && node.attrs?.['orientation'] === 'landscape';
}

async function pause(signal: AbortSignal | undefined): Promise<void> {
  await setImmediate();
  signal?.throwIfAborted();
}
