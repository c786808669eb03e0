import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { fileNameOf } from '../../../shared/domain/file-name.ts';
import { useSession } from '../../app/application-session.ts';
import { failureSentence } from '../../app/failure-sentence.ts';
import { DialogFoot } from '../../ui/dialog-foot.tsx';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { BrowseButton } from '../desktop/browse-button.tsx';
import { useStrategy, useWorkbench } from '../workbench/workbench-context.ts';
import { ErrorText } from '../../ui/error-text.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { useSubmit } from '../../ui/use-submit.ts';

const KINDS = ['complete', 'clean'] as const;
export type CopyKind = (typeof KINDS)[number];

/** Writes a copy of the strategy to a file of its own, complete or with the text alone. */
export function CopyDialog({
  kind: first,
  onClose,
}: {
  readonly kind: CopyKind;
  readonly onClose: () => void;
}): React.ReactNode {
  const { t } = useTranslation();
  const { folder } = useSession();
  const { connection } = useWorkbench();
  const title = useStrategy(({ outline }) => outline?.title ?? '');
  const [kind, setKind] = useState<CopyKind>(first);
  const [name, setName] = useState('');
  const [error, setError] = useState<string | null>(null);

  const usualName = t(`copies.copyNames.${kind === 'clean' ? 'clean' : 'copy'}`, { title });
  const save = async (): Promise<void> => {
    setError(null);
    try {
      await connection.whenSaved();
      const asked = name.trim() === '' ? {} : { file: name.trim() };
      const { client } = connection;
      const { file } = await (kind === 'clean' ? client.cleanCopy(asked) : client.saveCopy(asked));
      showToast({ text: t('copies.saved', { file }) });
      onClose();
    } catch (failure) {
      setError(failureSentence(t, failure));
    }
  };
  const onSubmit = useSubmit(save);

  return (
    <DialogFrame title={t('copies.title')} onClose={onClose}>
      <Form onSubmit={onSubmit}>
        <div className="dialog-body">
          <ChoiceField
            label={t('copies.kind')}
            value={kind}
            options={KINDS.map((id) => ({ id, label: t(`copies.${id}`), hint: t(`copies.${id}Hint`) }))}
            onChange={setKind}
          />
          <FormField
            label={t('copies.name')}
            hint={t('copies.nameHint', { folder })}
            value={name}
            onChange={setName}
            autoFocus
          />
          <BrowseButton
            choose={(desktop) => desktop.chooseCopy({ name: `${fileNameOf(usualName)}.strategy` })}
            onChoose={setName}
          />
          <ErrorText text={error} />
        </div>
        <DialogFoot submit={t('copies.save')} onCancel={onClose} />
      </Form>
    </DialogFrame>
  );
}
