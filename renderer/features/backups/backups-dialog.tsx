import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/application-session.ts';
import { failureSentence } from '../../app/failure-sentence.ts';
import { CheckField } from '../../ui/check-field.tsx';
import { BrowseButton } from '../desktop/browse-button.tsx';
import { DialogFoot } from '../../ui/dialog-foot.tsx';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { ErrorText } from '../../ui/error-text.tsx';
import { useSubmit } from '../../ui/use-submit.ts';

/** Whether strategies are copied without being asked for, and where to. */
export function BackupsDialog({ onClose }: { readonly onClose: () => void }): React.ReactNode {
  const { t } = useTranslation();
  const { backups, saveBackups } = useSession();
  const [isOn, setOn] = useState(backups.isOn);
  const [folder, setFolder] = useState(backups.folder ?? '');
  const [error, setError] = useState<string | null>(null);

  const save = async (): Promise<void> => {
    try {
      await saveBackups({ isOn, folder: folder.trim() === '' ? null : folder.trim() });
      onClose();
    } catch (failure) {
      setError(failureSentence(t, failure));
    }
  };
  const onSubmit = useSubmit(save);

  return (
    <DialogFrame title={t('backups.title')} onClose={onClose}>
      <Form onSubmit={onSubmit}>
        <div className="dialog-body">
          <CheckField label={t('backups.on')} hint={t('backups.onHint')} isSelected={isOn} onChange={setOn} />
          <FormField
            label={t('backups.folder')}
            hint={t('backups.folderHint', { folder: backups.usualFolder })}
            value={folder}
            onChange={setFolder}
            isDisabled={!isOn}
          />
          <BrowseButton
            choose={(desktop) => desktop.chooseFolder({ folder: folder.trim() || backups.usualFolder })}
            onChoose={setFolder}
            isDisabled={!isOn}
          />
          <ErrorText text={error} />
        </div>
        <DialogFoot submit={t('action.save')} onCancel={onClose} />
      </Form>
    </DialogFrame>
  );
}
