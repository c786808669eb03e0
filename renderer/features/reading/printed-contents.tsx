import { useTranslation } from 'react-i18next';
import type { NumberedSection } from '../../../shared/domain/references.ts';

/** Titles of sections and sub-sections with their numbers, on paper only: on the screen there is the outline. */
export function PrintedContents({ sections }: { readonly sections: readonly NumberedSection[] }): React.ReactNode {
  const { t } = useTranslation();
  return (
    <nav className="printed-contents print-only" aria-label={t('docx.contents')}>
      <p className="printed-contents-title">{t('docx.contents')}</p>
      <ol>
        {sections.map(({ id, title, targets }, index) => (
          <li key={id}>
            <Entry id={id} number={String(index + 1)} title={title} />
            <ol>
              {targets?.list
                .filter(({ kind, number }) => kind === 'heading' && !number.includes('.'))
                .map(({ id: heading, number, text }) => (
                  <li key={heading}>
                    <Entry id={heading} number={`${index + 1}.${number}`} title={text} />
                  </li>
                ))}
            </ol>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Entry({ id, number, title }: { readonly id: string; readonly number: string; readonly title: string }) {
  return (
    <a href={`#read-${id}`}>
      <span>{number}</span> {title}
    </a>
  );
}
