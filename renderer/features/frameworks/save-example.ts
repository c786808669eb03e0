import type { TFunction } from 'i18next';
import { frameworkToCsv } from '../../../shared/domain/framework-csv.ts';
import type { Principle } from '../../../shared/domain/framework.ts';
import { saveFile } from '../export/save-file.ts';

/** Puts a small table among the downloads, to be filled in and added. @returns The name of the file. */
export function saveExample(t: TFunction): string {
  const file = `${t('frameworks.example.file')}.csv`;
  const principle = (number: 1 | 2, scope: Principle['scope']): Principle => ({
    number,
    title: t(`frameworks.example.title${number}`),
    short: t(`frameworks.example.short${number}`),
    group: 'a',
    level: 'all',
    scope,
    explanation: t(`frameworks.example.explanation${number}`),
    prompts: [],
  });
  const csv = frameworkToCsv({
    groups: [{ id: 'a', title: t('frameworks.example.group') }],
    principles: [principle(1, ['national', 'regional', 'action-plan']), principle(2, ['national'])],
  });
  saveFile(new Blob([csv], { type: 'text/csv;charset=utf-8' }), file);
  return file;
}
