import { useTranslation } from 'react-i18next';
import { FailureError } from '../../../shared/contract/failure.ts';
import type { SharingState } from '../../../shared/contract/sharing.ts';
import { failureSentence } from '../../app/failure-sentence.ts';
import { useNumber } from '../../ui/use-number.ts';
import { titleOf } from '../outline/outline-commands.ts';
import { useStrategy } from '../workbench/workbench-context.ts';
import { viewOfSharing } from './sharing-view.ts';
import { useSharingWords } from './use-sharing-words.ts';
import { CloseFoot } from '../../ui/close-foot.tsx';

export interface ReplicaStandingProps {
  readonly sharing: Extract<SharingState, { kind: 'replica' }>;
  readonly onClose: () => void;
}

/** How a strategy of another machine stands here: what one may do, since when it is alone, what waits. */
export function ReplicaStanding({ sharing, onClose }: ReplicaStandingProps): React.ReactNode {
  const { t } = useTranslation();
  const number = useNumber();
  const words = useSharingWords();
  const outline = useStrategy((state) => state.outline);
  const { isConnected, grant, documents, behind, waiting, refused, disconnectedAt, failure } = sharing;
  const view = viewOfSharing(sharing);
  const granted = (outline?.sections ?? []).filter(({ id }) => grant.sections.includes(id)).map(titleOf);
  const rows = [
    [t('sharing.standing.state'), words(view)],
    [t('sharing.standing.role'), t(`sharing.mayDo.${grant.role}`)],
    ...(grant.role === 'contributor'
      ? [[t('sharing.standing.sections'), granted.join('; ') || t('sharing.standing.noSections')] as const]
      : []),
    ...(disconnectedAt === null
      ? []
      : [[t('sharing.standing.since'), t('sharing.when', { when: new Date(disconnectedAt) })] as const]),
    ...(isConnected
      ? [
          [
            t('sharing.standing.documents'),
            t('sharing.standing.documentsOf', { done: documents - behind, all: documents }),
          ] as const,
        ]
      : []),
    [t('sharing.standing.waiting'), number(waiting)],
    [t('sharing.standing.refused'), number(refused)],
  ] as const;
  return (
    <>
      <div className="dialog-body">
        <p>{t('sharing.standing.what')}</p>
        <dl className="standing">
          {rows.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {failure && (
          <p className={view.kind === 'out' ? 'error-text' : 'muted'}>
            {failureSentence(t, new FailureError(failure.type, failure.values))}
          </p>
        )}
        {refused > 0 && <p>{t('sharing.standing.refusedWhat')}</p>}
      </div>
      <CloseFoot onClose={onClose} autoFocus />
    </>
  );
}
