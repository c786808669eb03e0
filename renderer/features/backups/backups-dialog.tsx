import { Check } from 'lucide-react';
import { useState } from 'react';
import { Checkbox, Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/application-session.ts';
import { failureSentence } from '../../app/failure-sentence.ts';
import { BrowseButton } from '../desktop/browse-button.tsx';
import { DialogFoot } from '../../ui/dialog-foot.tsx';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { FormField } from '../../ui/form-field.tsx';

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

  return (
    <DialogFrame title={t('backups.title')} onClose={onClose}>
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div className="dialog-body">
          <Checkbox className="checkbox" isSelected={isOn} onChange={setOn}>
            <span className="box">
              <Check aria-hidden />
            </span>
            <span>
              <span className="field-label">{t('backups.on')}</span>
              <br />
              <span className="field-hint">{t('backups.onHint')}</span>
            </span>
          </Checkbox>
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
          {error !== null && (
            <p role="alert" className="error-text">
              {error}
            </p>
          )}
        </div>
        <DialogFoot submit={t('action.save')} onCancel={onClose} />
      </Form>
    </DialogFrame>
  );
}
