import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import type { FrameworkColumn } from '../../shared/domain/framework-csv.ts';
import { readCsvRows } from './csv-source.ts';
import { readTable, type ColumnNames, type TableRow } from './csv-table.ts';
import { valueAt, type LocatedValue } from './located-value.ts';

const NAMES: ColumnNames<FrameworkColumn> = {
  number: ['number', 'no', 'no.', 'nr', 'nr.', 'n°', '№', '#', 'principle number'],
  title: ['title', 'name'],
  group: ['group', 'chapter', 'part'],
  short: ['short', 'short title', 'label'],
  explanation: ['explanation', 'text', 'description'],
  scope: ['scope', 'template', 'templates'],
  prompts: ['prompts', 'questions'],
};

/** A framework as a table has it; id and title are those of the file (SPEC F6). */
export function frameworkTable(file: string, text: string): LocatedValue & { readonly unused: readonly string[] } {
  const { rows, nameOf, unused, headLine } = readTable(file, readCsvRows(file, text), NAMES, ['number', 'title']);
  const named = fillGroups(rows);
  const groups = [...new Set(named.flatMap(({ fields }) => fields.group ?? []))];
  const title = file
    .slice(0, -extname(file).length)
    .replace(/[_\s]+/g, ' ')
    .trim();
  const value = {
    id: idOf(file.slice(0, -extname(file).length)),
    title: title === '' ? file : title,
    groups: groups.map((group, index) => ({ id: `group-${index + 1}`, title: group })),
    principles: named.map(({ fields }) => principleOf(fields, groups)),
  };
  return {
    file,
    value,
    lineOf: ([part, index]) => (part === 'principles' && typeof index === 'number' ? rows[index]!.line : headLine),
    has: (path) => valueAt(value, path) !== undefined,
    nameOf: ([part, index, field]) => (typeof index === 'number' ? nameOf(String(field)) : String(part)),
    unused,
  };
}

/** A cell that is left empty below a group belongs to it, as where cells were merged. */
function fillGroups(rows: readonly TableRow<FrameworkColumn>[]): readonly TableRow<FrameworkColumn>[] {
  let group: string | undefined;
  const named = rows.map((row) => {
    group = row.fields.group ?? group;
    return group === undefined ? row : { ...row, fields: { ...row.fields, group } };
  });
  const [first] = named.flatMap(({ fields }) => fields.group ?? []);
  return first === undefined
    ? named
    : named.map((row) => ({ ...row, fields: { ...row.fields, group: row.fields.group ?? first } }));
}

function principleOf(
  { number, title, group, short, explanation, scope, prompts }: TableRow<FrameworkColumn>['fields'],
  groups: readonly string[],
): Readonly<Record<string, unknown>> {
  const given = {
    number: number !== undefined && /^\d+$/.test(number) ? Number(number) : number,
    title,
    short,
    group: group === undefined ? undefined : `group-${groups.indexOf(group) + 1}`,
    explanation,
    scope: scope?.split(/[\s,;]+/).filter((id) => id !== ''),
    prompts: prompts?.split('\n').filter((prompt) => prompt.trim() !== ''),
  };
  return Object.fromEntries(Object.entries(given).filter(([, part]) => part !== undefined));
}

/** The same file gives the same id, so that a later edition of it takes the place of the earlier one. */
function idOf(stem: string): string {
  const plain = stem
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 64);
  return plain.length > 1 ? plain : `own-${createHash('sha256').update(stem).digest('hex').slice(0, 8)}`;
}
