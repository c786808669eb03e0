import type { TFunction } from 'i18next';
import { frameworkToCsv } from '../../../shared/domain/framework-csv.ts';
import type { Principle } from '../../../shared/domain/framework.ts';
import { saveFile, savedSentence } from '../export/save-file.ts';

/** Saves a small table, to be filled in and added. @returns What is said of it, if anything. */
export async function saveExample(t: TFunction): Promise<string | null> {
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
  const saved = await saveFile(new Blob([csv], { type: 'text/csv;charset=utf-8' }), file);
  return savedSentence(t, saved, file, t('frameworks.exampleSaved', { file }));
}
