import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { JoinCourse } from './join-course.tsx';
import { JoinForm } from './join-form.tsx';
import { useJoining } from './use-joining.ts';
import './join-dialog.css';

/** Joins a strategy that somebody shares: their invitation, the digits to compare, and how far it has come. */
export function JoinDialog({ onClose }: { readonly onClose: () => void }): React.ReactNode {
  const { t } = useTranslation();
  const { state, error, begin } = useJoining(onClose);
  const [invitation, setInvitation] = useState('');
  return (
    <DialogFrame title={t('joining.title')} onClose={onClose}>
      {state === null ? (
        <JoinForm
          invitation={invitation}
          onChange={setInvitation}
          error={error}
          onJoin={() => void begin(invitation)}
          onClose={onClose}
        />
      ) : (
        <JoinCourse state={state} onCancel={onClose} />
      )}
    </DialogFrame>
  );
}
