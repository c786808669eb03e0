import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { findPrinciple, type Framework } from '../../../shared/domain/framework.ts';
import type { Wording } from '../../../shared/domain/wording.ts';

export interface WordingPreviewProps {
  readonly framework: Framework;
  readonly wording: Wording;
  readonly onKeep: () => void;
  readonly onBack: () => void;
}

/** What a file says officially, principle by principle, before it is kept on this device. */
export function WordingPreview({ framework, wording, onKeep, onBack }: WordingPreviewProps): React.ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <div className="dialog-body">
        <p>
          {t('frameworks.wordingPreview', {
            title: framework.title,
            source: wording.source,
            found: wording.principles.length,
            count: framework.principles.length,
          })}
        </p>
        <p className="muted">{t('frameworks.wordingStays')}</p>
        <section className="framework-table" aria-label={t('frameworks.wordingTable')} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('frameworks.number')}</th>
                <th scope="col">{t('frameworks.principle')}</th>
                <th scope="col">{t('frameworks.wording')}</th>
              </tr>
            </thead>
            <tbody>
              {wording.principles.map(({ number, wording: text }) => (
                <tr key={number}>
                  <td>{number}</td>
                  <th scope="row">
                    <bdi>{findPrinciple(framework, number)?.short}</bdi>
                  </th>
                  <td>
                    <p className="framework-excerpt" dir="auto">
                      {text}
                    </p>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </div>
      <div className="dialog-footer">
        <Button className="button" onPress={onBack}>
          {t('action.cancel')}
        </Button>
        <Button className="button primary" autoFocus onPress={onKeep}>
          {t('frameworks.keepWording')}
        </Button>
      </div>
    </>
  );
}
