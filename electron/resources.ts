import { z } from 'zod';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { DEFAULT_FRAMEWORK, frameworkSchema, type Framework } from '../shared/domain/framework.ts';
import { docxLabelsSchema, type DocxLabels } from './exchange/docx/docx-labels.ts';
import { sampleSchema, TEMPLATE_FILES, templateSchema, type Sample, type Template } from '../shared/domain/template.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));

/** The sources run from `electron/`, the bundle from `dist/electron/`. */
const IS_BUNDLE = import.meta.url.endsWith('.js');

/** Root of the checkout, or of the packed application. */
export const ROOT = join(HERE, IS_BUNDLE ? '../..' : '..');

/** Address of a module of this layer that runs on a thread or in a process of its own. */
export function moduleUrl(name: string): URL {
  const file = IS_BUNDLE ? join(HERE, `${name.split('/').at(-1)}.js`) : join(HERE, `${name}.ts`);
  return pathToFileURL(file);
}

function readJson(...path: string[]): unknown {
  return JSON.parse(readFileSync(join(ROOT, ...path), 'utf8'));
}

/** The frameworks that ship with the application, Valletta first. */
export function readFrameworks(): Framework[] {
  return readdirSync(join(ROOT, 'resources', 'frameworks'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => frameworkSchema.parse(readJson('resources', 'frameworks', name)))
    .sort((a, b) => Number(b.id === DEFAULT_FRAMEWORK) - Number(a.id === DEFAULT_FRAMEWORK));
}

export function readTemplates(): Template[] {
  return TEMPLATE_FILES.map((name) => templateSchema.parse(readJson('templates', name)));
}

export function readSample(): Sample {
  return sampleSchema.parse(readJson('templates', 'sample.json'));
}

/** The pictures of the sample, by the names of their files. */
export function readSampleFigures(): Map<string, Buffer> {
  const folder = join(ROOT, 'templates', 'sample-figures');
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));
}

/** How an exported page looks. */
export function readExportStyle(): string {
  return readFileSync(join(ROOT, 'resources', 'export', 'page.css'), 'utf8').trim();
}

/** The message catalogue of a language. */
export function readMessages(language: string): Record<string, unknown> {
  return readJson('resources', 'locales', `${language}.json`) as Record<string, unknown>;
}

/** The words of the application in an exported document. */
export function readDocxLabels(language: string): DocxLabels {
  return docxLabelsSchema.parse(readMessages(language)['docx']);
}

/** The words that go into a recovered strategy and its name. */
export function readRecoveryLabels(language: string): { readonly ending: string; readonly section: string } {
  return recoveryLabelsSchema.parse(readMessages(language)['recovery']);
}

const recoveryLabelsSchema = z.object({ ending: z.string(), section: z.string() });

/** Hunspell, compiled; a file of its own, as it is published. */
export const HUNSPELL_WASM = join(ROOT, 'node_modules', 'hunspell-wasm', 'wasm', 'hunspell.wasm');

/** The dictionaries that ship with the application, unchanged and each beside its licence: folders by language. */
export const SHIPPED_DICTIONARIES: ReadonlyMap<string, string> = new Map([
  ['en-GB', join(ROOT, 'resources', 'dictionaries', 'en-GB')],
  ['en-US', join(ROOT, 'node_modules', 'dictionary-en')],
  ['ar', join(ROOT, 'resources', 'dictionaries', 'ar')],
  ['es', join(ROOT, 'node_modules', 'dictionary-es')],
  ['fr', join(ROOT, 'node_modules', 'dictionary-fr')],
  ['ru', join(ROOT, 'node_modules', 'dictionary-ru')],
]);

/** What copies are called, with a place for the title. */
export function readCopyNames(language: string): { readonly copy: string; readonly clean: string } {
  return z
    .object({ copyNames: z.object({ copy: z.string(), clean: z.string() }) })
    .parse(readMessages(language)['copies']).copyNames;
}
