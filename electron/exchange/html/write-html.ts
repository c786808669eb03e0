import { setImmediate } from 'node:timers/promises';
import { readExportStyle } from '../../resources.ts';
import { createWarningCounter } from '../docx/export-warnings.ts';
import { cssString } from '../../../shared/domain/css-string.ts';
import { documentLocale } from '../../../shared/domain/document-locale.ts';
import type { ExportedStrategy } from '../docx/exported-strategy.ts';
import { directionOfLanguage } from '../docx/text-direction.ts';
import type { ExportedFile, WriteOptions } from '../run-export.ts';
import { TextWalk } from '../text/text-walk.ts';
import { escapeHtml, HtmlWriter } from './html-writer.ts';
import { htmlCoverage } from './html-coverage.ts';

/**
 * Writes a strategy as one file that any browser shows without a network: no script, nothing fetched.
 * The same strategy gives the same bytes.
 */
export async function writeHtml(
  strategy: ExportedStrategy,
  { onProgress = () => {}, signal }: WriteOptions = {},
): Promise<ExportedFile> {
  const { labels, sections, title, organisation, classification } = strategy;
  const warnings = createWarningCounter();
  const walk = new TextWalk(strategy, new HtmlWriter(labels), warnings);
  const locale = documentLocale(strategy.locale);
  const written: string[] = [];
  for (const [index, section] of sections.entries()) {
    await setImmediate();
    signal?.throwIfAborted();
    written.push(
      `<section aria-labelledby="${escapeHtml(section.id)}">\n${walk.section(section).join('\n')}\n</section>`,
    );
    onProgress((index + 1) / (sections.length + 1));
  }
  const name = escapeHtml(title.trim() === '' ? labels.untitled : title);
  const contents = sections.map(
    (section) =>
      `<li><a href="#${escapeHtml(section.id)}"><span>${section.number}</span> ${escapeHtml(section.title)}</a></li>`,
  );
  const marking =
    classification.trim() === '' ? '' : `<p class="classification">${escapeHtml(classification.trim())}</p>\n`;
  const html = `<!DOCTYPE html>
<html lang="${escapeHtml(locale.toString())}" dir="${directionOfLanguage(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<title>${name}</title>
<style>
${readExportStyle()}${runningMarking(classification)}
</style>
</head>
<body>
<a class="skip" href="#text">${escapeHtml(labels.skipToText)}</a>
${marking}<header>
${organisation.trim() === '' ? '' : `<p class="organisation">${escapeHtml(organisation)}</p>\n`}<h1>${name}</h1>
<p><time datetime="${escapeHtml(strategy.date)}">${escapeHtml(longDate(strategy.date, locale))}</time></p>
<p class="draft">${escapeHtml(labels.draftNotice)}</p>
</header>
<nav aria-labelledby="contents">
<h2 id="contents">${escapeHtml(labels.contents)}</h2>
<ol>
${contents.join('\n')}
</ol>
</nav>
<main id="text">
${written.join('\n')}
${htmlCoverage(strategy)}
</main>
${marking}</body>
</html>
`;
  onProgress(1);
  return { bytes: new TextEncoder().encode(html), warnings: warnings.list() };
}

/** How confidential the text is, at the head and the foot of every printed page. */
function runningMarking(classification: string): string {
  if (classification.trim() === '') return '';
  const box = `{ content: ${cssString(classification.trim())}; font: bold 10pt sans-serif; }`;
  return `\n\n@page {\n  @top-center ${box}\n  @bottom-left ${box}\n}`;
}

function longDate(date: string, locale: Intl.Locale): string {
  const day = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(day.getTime()) ? date : day.toLocaleDateString(locale, { dateStyle: 'long', timeZone: 'UTC' });
}
