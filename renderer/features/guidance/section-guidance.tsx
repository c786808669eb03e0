import { useTranslation } from 'react-i18next';
import type { SectionTemplate } from '../../../shared/domain/template.ts';
import { ServedPrinciples } from './served-principles.tsx';

export interface SectionGuidanceProps {
  readonly section: SectionTemplate;
  /** The framework whose principles it serves. */
  readonly framework: string;
}

/** What the template says about a section. */
export function SectionGuidance({ section, framework }: SectionGuidanceProps): React.ReactNode {
  const { t } = useTranslation();
  const { guidance, subsections, principles } = section;
  return (
    <>
      <section>
        <h2>{t('guidance.purpose')}</h2>
        <p className="guidance-purpose" dir="auto">
          {guidance.purpose}
        </p>
      </section>
      {principles.length > 0 && <ServedPrinciples framework={framework} numbers={principles} />}
      <GuidanceList title={t('guidance.advice')} items={guidance.advice} />
      {guidance.pitfalls.length > 0 && <GuidanceList title={t('guidance.pitfalls')} items={guidance.pitfalls} />}
      {subsections.length > 0 && (
        <section>
          <h2>{t('guidance.parts')}</h2>
          <dl className="guidance-parts">
            {subsections.map(({ title, hint }) => (
              <div key={title}>
                <dt dir="auto">{title}</dt>
                <dd dir="auto">{hint}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </>
  );
}

function GuidanceList({
  title,
  items,
}: {
  readonly title: string;
  readonly items: readonly string[];
}): React.ReactNode {
  return (
    <section>
      <h2>{title}</h2>
      <ul className="guidance-list">
        {items.map((item) => (
          <li key={item} dir="auto">
            {item}
          </li>
        ))}
      </ul>
    </section>
  );
}
