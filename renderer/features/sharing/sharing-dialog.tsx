import { useTranslation } from 'react-i18next';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { useStrategy } from '../workbench/workbench-context.ts';
import { HostViews } from './host-views.tsx';
import { ReplicaStanding } from './replica-standing.tsx';
import { ShareStart } from './share-start.tsx';
import './sharing-dialog.css';

/** Sharing a strategy, and who takes part; for one that another machine answers for, how it stands to that. */
export function SharingDialog({ onClose }: { readonly onClose: () => void }): React.ReactNode {
  const { t } = useTranslation();
  const sharing = useStrategy((state) => state.sharing);
  const title = t(sharing.kind === 'replica' ? 'sharing.standing.title' : 'sharing.title');
  return (
    <DialogFrame title={title} onClose={onClose} isWide={sharing.kind === 'host'}>
      {sharing.kind === 'alone' && <ShareStart onClose={onClose} />}
      {sharing.kind === 'host' && <HostViews address={sharing.address} onClose={onClose} />}
      {sharing.kind === 'replica' && <ReplicaStanding sharing={sharing} onClose={onClose} />}
    </DialogFrame>
  );
}
