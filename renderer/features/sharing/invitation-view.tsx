import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { fileNameOf } from '../../../shared/domain/file-name.ts';
import { FormField } from '../../ui/form-field.tsx';
import { savedSentence, saveFile } from '../export/save-file.ts';
import { QrCode } from './qr-code.tsx';

/** An invitation that was made, and for whom. */
export interface Invited {
  readonly name: string;
  readonly invitation: string;
  /** ISO 8601 in UTC. */
  readonly expires: string;
}

export interface InvitationViewProps {
  readonly invited: Invited;
  readonly onDone: () => void;
}

/** An invitation, to be handed over as text, as a file or as a QR code. It is shown this once. */
export function InvitationView({ invited, onDone }: InvitationViewProps): React.ReactNode {
  const { t } = useTranslation();
  const { name, invitation, expires } = invited;
  const [said, setSaid] = useState<string | null>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(invitation);
      setSaid(t('sharing.copied'));
    } catch {
      setSaid(t('sharing.notCopied'));
    }
  };
  const save = async (): Promise<void> => {
    const file = `${fileNameOf(t('sharing.fileName', { name }))}.txt`;
    const saved = await saveFile(new Blob([`${invitation}\n`], { type: 'text/plain' }), file);
    setSaid(savedSentence(t, saved, file, t('sharing.savedInvitation')));
  };
  return (
    <>
      <div className="dialog-body">
        <h3>{t('sharing.invitationFor', { name })}</h3>
        <p>{t('sharing.invitationHow', { when: new Date(expires) })}</p>
        <div className="invitation">
          <div className="invitation-text">
            <FormField
              label={t('sharing.invitation')}
              value={invitation}
              rows={4}
              isReadOnly
              onFocus={({ target }) => target instanceof HTMLTextAreaElement && target.select()}
            />
            <div className="invitation-buttons">
              <Button className="button primary" autoFocus onPress={() => void copy()}>
                {t('sharing.copyInvitation')}
              </Button>
              <Button className="button" onPress={() => void save()}>
                {t('sharing.saveInvitation')}
              </Button>
            </div>
          </div>
          <QrCode text={invitation} label={t('sharing.qr')} />
        </div>
        <p className="field-hint invitation-said" role="status">
          {said}
        </p>
      </div>
      <div className="dialog-footer">
        <Button className="button" onPress={onDone}>
          {t('sharing.toMembers')}
        </Button>
      </div>
    </>
  );
}
