import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../../shared/contract/imports.ts';

export interface ImportPreviewListProps {
  readonly preview: ImportPreview;
  readonly isOneSection: boolean;
}

/** Where sections will begin, and what cannot be kept. */
export function ImportPreviewList({ preview, isOneSection }: ImportPreviewListProps): React.ReactNode {
  const { t } = useTranslation();
  const { sections, dropped } = preview;
  // Titles may be the same; sections have nothing but their place to be told apart by.
  const keys = sections.map(({ title }, index) => `${index} ${title}`);
  const words = sections.reduce((sum, section) => sum + section.words, 0);
  const blocks = sections.reduce((sum, section) => sum + section.blocks, 0);
  return (
    <>
      <section aria-label={t('import.preview')} className="import-preview" tabIndex={0}>
        {isOneSection ? (
          <p>{t('import.oneSection', { blocks, words })}</p>
        ) : (
          <table>
            <caption>{t('import.sections', { count: sections.length, words })}</caption>
            <thead>
              <tr>
                <th scope="col">{t('import.section')}</th>
                <th scope="col">{t('import.words')}</th>
                <th scope="col">{t('import.blocks')}</th>
              </tr>
            </thead>
            <tbody>
              {sections.map((section, index) => (
                <tr key={keys[index]}>
                  <th scope="row">
                    <bdi>{section.title || t('outline.untitled')}</bdi>
                  </th>
                  <td>{t('import.number', { number: section.words })}</td>
                  <td>{t('import.number', { number: section.blocks })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      {dropped.length > 0 && (
        <section aria-label={t('import.dropped')}>
          <h3 className="field-label">{t('import.dropped')}</h3>
          <ul className="import-dropped">
            {dropped.map(({ what, count }) => (
              <li key={what}>{t(`importDrop.${what}`, { count })}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
