import { csvRow } from './csv.ts';
import type { Framework } from './framework.ts';

/** The columns of a framework as a table; a person needs to fill in the first two only. */
export const FRAMEWORK_COLUMNS = ['number', 'title', 'group', 'short', 'explanation', 'scope', 'prompts'] as const;
export type FrameworkColumn = (typeof FRAMEWORK_COLUMNS)[number];

/** A framework's principles as a table that a spreadsheet opens and that can be loaded again (SPEC F6). */
export function frameworkToCsv({ groups, principles }: Pick<Framework, 'groups' | 'principles'>): string {
  const titles = new Map(groups.map(({ id, title }) => [id, title]));
  const rows = principles.map(({ number, title, group, short, explanation, scope, prompts }) =>
    csvRow([number, title, titles.get(group)!, short, explanation, scope.join(' '), prompts.join('\n')]),
  );
  return `\uFEFF${csvRow(FRAMEWORK_COLUMNS)}${rows.join('')}`;
}
