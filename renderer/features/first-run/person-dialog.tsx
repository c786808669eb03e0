import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/application-session.ts';
import { failureSentence } from '../../app/failure-sentence.ts';
import { DialogFoot } from '../../ui/dialog-foot.tsx';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { ErrorText } from '../../ui/error-text.tsx';
import { useSubmit } from '../../ui/use-submit.ts';

/** Asks who is writing: on first run, when it cannot be put off, and from the settings. */
export function PersonDialog({ onClose }: { readonly onClose: (() => void) | null }): React.ReactNode {
  const { t } = useTranslation();
  const { person, savePerson } = useSession();
  const [name, setName] = useState(person?.name ?? '');
  const [organisation, setOrganisation] = useState(person?.organisation ?? '');
  const [error, setError] = useState<string | null>(null);

  const save = async (): Promise<void> => {
    try {
      await savePerson({ name: name.trim(), organisation: organisation.trim() });
      onClose?.();
    } catch (failure) {
      setError(failureSentence(t, failure));
    }
  };
  const onSubmit = useSubmit(save);

  return (
    <DialogFrame title={t('person.title')} onClose={() => onClose?.()} canDismiss={onClose !== null}>
      <Form onSubmit={onSubmit}>
        <div className="dialog-body">
          <p className="muted">{t('person.use')}</p>
          <FormField
            label={t('person.name')}
            hint={t('person.nameHint')}
            missing={t('person.nameNeeded')}
            value={name}
            onChange={setName}
            autoComplete="name"
            autoFocus
          />
          <FormField
            label={t('person.organisation')}
            hint={t('person.organisationHint')}
            value={organisation}
            onChange={setOrganisation}
            autoComplete="organization"
          />
          <ErrorText text={error} />
        </div>
        <DialogFoot submit={onClose ? t('action.save') : t('person.start')} onCancel={onClose} />
      </Form>
    </DialogFrame>
  );
}
