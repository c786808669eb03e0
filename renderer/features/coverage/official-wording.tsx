import { useTranslation } from 'react-i18next';
import { findWording } from '../../../shared/domain/wording.ts';
import { useStrategy } from '../workbench/workbench-context.ts';

export interface OfficialWordingProps {
  readonly framework: string;
  readonly number: number;
}

/** What a principle says officially, where this person has added it; nothing otherwise. */
export function OfficialWording({ framework, number }: OfficialWordingProps): React.ReactNode {
  const { t } = useTranslation();
  const wording = useStrategy((state) => state.wordings.get(framework));
  const text = findWording(wording, number);
  if (!wording || text === undefined) return null;
  return (
    <figure className="official-wording">
      <h4>{t('coverage.official')}</h4>
      <blockquote dir="auto" {...(wording.language !== '' && { lang: wording.language })}>
        {text}
      </blockquote>
      <figcaption className="muted">
        <bdi>{wording.source}</bdi>
      </figcaption>
    </figure>
  );
}
