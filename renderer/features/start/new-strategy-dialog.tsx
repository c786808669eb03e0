import { useState } from 'react';
import { Form, Label, Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Template } from '../../../shared/domain/template.ts';
import { useSession } from '../../app/application-session.ts';
import { failureSentence } from '../../app/failure-sentence.ts';
import { navigate, strategyPath } from '../../app/navigation.ts';
import { DialogFoot } from '../../ui/dialog-foot.tsx';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { DocumentLanguage } from './document-language.tsx';

/** Creates a strategy from a template and goes there. */
export function NewStrategyDialog({ onClose }: { readonly onClose: () => void }): React.ReactNode {
  const { t } = useTranslation();
  const { client, templates } = useSession();
  const [template, setTemplate] = useState(templates[0]!.id);
  const [title, setTitle] = useState('');
  const [locale, setLocale] = useState('en');
  const [error, setError] = useState<string | null>(null);

  const create = async (): Promise<void> => {
    setError(null);
    try {
      const { id } = await client.create({ title: title.trim(), template, locale });
      onClose();
      navigate(strategyPath(id));
    } catch (failure) {
      setError(failureSentence(t, failure));
    }
  };

  return (
    <DialogFrame title={t('newStrategy.heading')} onClose={onClose} isWide>
      <Form
        className="new-strategy"
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <div className="dialog-body">
          <FormField
            label={t('newStrategy.title')}
            hint={t('newStrategy.titleHint')}
            missing={t('newStrategy.titleNeeded')}
            value={title}
            onChange={setTitle}
            autoFocus
          />
          <RadioGroup
            className="template-choice"
            value={template}
            onChange={(id) => setTemplate(templates.find((candidate) => candidate.id === id)?.id ?? template)}
          >
            <Label className="field-label">{t('newStrategy.template')}</Label>
            {templates.map((candidate) => (
              <TemplateCard key={candidate.id} template={candidate} />
            ))}
          </RadioGroup>
          <DocumentLanguage value={locale} onChange={setLocale} />
          {error !== null && (
            <p role="alert" className="error-text">
              {error}
            </p>
          )}
        </div>
        <DialogFoot submit={t('newStrategy.create')} onCancel={onClose} />
      </Form>
    </DialogFrame>
  );
}

function TemplateCard({
  template: { id, title, description, sections },
}: {
  readonly template: Template;
}): React.ReactNode {
  const { t } = useTranslation();
  return (
    <Radio value={id} className="template-card">
      <span className="template-mark" aria-hidden />
      <bdi className="template-title">{title}</bdi>
      <span className="template-sections">{t('newStrategy.sections', { count: sections.length })}</span>
      <bdi className="template-description">{description}</bdi>
    </Radio>
  );
}
