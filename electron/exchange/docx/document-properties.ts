import { writableText } from './writable-text.ts';
import type { ExportedStrategy } from './exported-strategy.ts';
import { titleOf } from './title-page.ts';

interface PackageFile {
  readonly path: string;
  readonly data: string;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** The parts that hold the document's properties: the library writes neither a language nor a date of ours. */
export function documentProperties(strategy: ExportedStrategy, language: string): PackageFile[] {
  const text = (value: string): string => escapeXml(writableText(value));
  const creator = text(strategy.organisation.trim());
  const at = timestamp(strategy.date);
  return [
    {
      path: 'docProps/core.xml',
      data: [
        `${DECLARATION}<cp:coreProperties`,
        ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
        `<dc:title>${text(titleOf(strategy))}</dc:title>`,
        `<dc:creator>${creator}</dc:creator>`,
        `<dc:description>${text(strategy.labels.description)}</dc:description>`,
        `<cp:lastModifiedBy>${creator}</cp:lastModifiedBy><cp:revision>1</cp:revision>`,
        `<dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created>`,
        `<dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified>`,
        `<dc:language>${escapeXml(language)}</dc:language>`,
        '</cp:coreProperties>',
      ].join(''),
    },
    {
      path: 'docProps/app.xml',
      data: [
        `${DECLARATION}<Properties`,
        ' xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">',
        `<Company>${creator}</Company><Application>Valletta Workbench</Application>`,
        '</Properties>',
      ].join(''),
    },
  ];
}

function timestamp(date: string): string {
  const at = new Date(date);
  const year = at.getUTCFullYear();
  const usable = !Number.isNaN(year) && year >= 1601 && year <= 9999;
  return `${(usable ? at : new Date(0)).toISOString().slice(0, 19)}Z`;
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
