import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/application-session.ts';
import { failureSentence } from '../../app/failure-sentence.ts';
import { navigate, strategyPath } from '../../app/navigation.ts';
import { DialogFoot } from '../../ui/dialog-foot.tsx';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { useSubmit } from '../../ui/use-submit.ts';
import { DocumentLanguage } from './document-language.tsx';
import { ErrorText } from '../../ui/error-text.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';

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
  const onSubmit = useSubmit(create);

  return (
    <DialogFrame title={t('newStrategy.heading')} onClose={onClose} isWide>
      <Form className="new-strategy" onSubmit={onSubmit}>
        <div className="dialog-body">
          <FormField
            label={t('newStrategy.title')}
            hint={t('newStrategy.titleHint')}
            missing={t('newStrategy.titleNeeded')}
            value={title}
            onChange={setTitle}
            autoFocus
          />
          <ChoiceField
            label={t('newStrategy.template')}
            value={template}
            options={templates.map(({ id, title: name, description, sections }) => ({
              id,
              label: name,
              aside: t('newStrategy.sections', { count: sections.length }),
              hint: description,
            }))}
            onChange={setTemplate}
          />
          <DocumentLanguage value={locale} onChange={setLocale} />
          <ErrorText text={error} />
        </div>
        <DialogFoot submit={t('newStrategy.create')} onCancel={onClose} />
      </Form>
    </DialogFrame>
  );
}
