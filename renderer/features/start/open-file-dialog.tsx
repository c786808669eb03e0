import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/application-session.ts';
import { failureSentence } from '../../app/failure-sentence.ts';
import { BrowseButton } from '../desktop/browse-button.tsx';
import { RecoveryOffer } from '../recovery/recovery-offer.tsx';
import { navigate, strategyPath } from '../../app/navigation.ts';
import { DialogFoot } from '../../ui/dialog-foot.tsx';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { useSubmit } from '../../ui/use-submit.ts';

/** Opens a file by its path; the process, not the window, reads it. */
export function OpenFileDialog({ onClose }: { readonly onClose: () => void }): React.ReactNode {
  const { t } = useTranslation();
  const { client, folder } = useSession();
  const [file, setFile] = useState('');
  const [error, setError] = useState<unknown>(null);

  const open = async (): Promise<void> => {
    setError(null);
    try {
      const { id } = await client.open({ file: file.trim().replace(/^"(.*)"$/, '$1') });
      onClose();
      navigate(strategyPath(id));
    } catch (failure) {
      setError(failure);
    }
  };
  const onSubmit = useSubmit(open);

  return (
    <DialogFrame title={t('openFile.title')} onClose={onClose}>
      <Form onSubmit={onSubmit}>
        <div className="dialog-body">
          <FormField
            label={t('openFile.path')}
            hint={t('openFile.hint', { example: exampleIn(folder) })}
            missing={t('openFile.pathNeeded')}
            value={file}
            onChange={setFile}
            autoFocus
          />
          <BrowseButton choose={(desktop) => desktop.chooseStrategy({})} onChoose={setFile} />
          {error !== null && (
            <p role="alert" className="error-text">
              {failureSentence(t, error)} <RecoveryOffer failure={error} />
            </p>
          )}
        </div>
        <DialogFoot submit={t('openFile.open')} onCancel={onClose} />
      </Form>
    </DialogFrame>
  );
}

function exampleIn(folder: string): string {
  const separator = folder.includes('\\') ? '\\' : '/';
  return `${folder}${separator}strategy.strategy`;
}
