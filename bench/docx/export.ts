// node bench/docx/export.ts [STRATEGY.json] OUT.docx
// Writes a strategy, given as JSON or made up, as a Word document. With an OUT ending in .json it
// writes the made-up strategy itself, so that other tools can be given the same.
import { readFileSync, writeFileSync } from 'node:fs';
import type { ExportedStrategy } from '../../electron/exchange/docx/exported-strategy.ts';

const files = process.argv.slice(2);
const out = files.pop();
if (!out) throw new Error('Name the file to write.');
const source = files.pop();
const strategy = source
  ? (JSON.parse(readFileSync(source, 'utf8')) as ExportedStrategy)
  : (await import('./generate.ts')).generateStrategy();
if (out.endsWith('.json')) {
  writeFileSync(out, JSON.stringify(strategy));
} else {
  const { writeDocx } = await import('../../electron/exchange/docx/write-docx.ts');
  const { bytes } = await writeDocx(strategy);
  writeFileSync(out, bytes);
}
