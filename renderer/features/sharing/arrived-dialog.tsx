import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Arrived } from '../../../shared/contract/sharing.ts';
import { CloseFoot } from '../../ui/close-foot.tsx';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { isolated } from '../../ui/isolated.ts';
import { titleOf } from '../outline/outline-commands.ts';
import { useStrategy } from '../workbench/workbench-context.ts';
import './arrived-dialog.css';

export interface ArrivedDialogProps {
  readonly arrived: Arrived;
  readonly onClose: () => void;
}

/** What came in while the host was out of reach, section by section, with the way there. */
export function ArrivedDialog({ arrived, onClose }: ArrivedDialogProps): React.ReactNode {
  const { t } = useTranslation();
  const sections = useStrategy(({ outline }) => outline?.sections);
  const showSection = useStrategy((state) => state.showSection);
  const setPanel = useStrategy((state) => state.setPanel);
  const names = new Map(arrived.sections.map((entry) => [entry.section, entry.names]));
  const commented = new Set(arrived.comments);
  const rows = (sections ?? []).flatMap((section, index) =>
    names.has(section.id) || commented.has(section.id) ? [{ section, number: index + 1 }] : [],
  );
  const factsOf = (id: string): string => {
    const known = names.get(id);
    const written =
      known && (known.length > 0 ? t('arrived.by', { names: known.map(isolated).join(', ') }) : t('arrived.written'));
    return [written, commented.has(id) ? t('arrived.commented') : undefined].filter(Boolean).join(' ');
  };
  return (
    <DialogFrame title={t('arrived.title')} onClose={onClose}>
      <div className="dialog-body">
        {rows.length === 0 ? (
          <p>{t('arrived.elsewhere')}</p>
        ) : (
          <ul className="arrived-list">
            {rows.map(({ section, number }) => (
              <li key={section.id}>
                <Button
                  className="link-button"
                  onPress={() => {
                    onClose();
                    showSection(section.id);
                    if (!names.has(section.id)) setPanel('comments');
                  }}
                >
                  <bdi>
                    {number} {titleOf(section)}
                  </bdi>
                </Button>
                <p className="muted">{factsOf(section.id)}</p>
              </li>
            ))}
          </ul>
        )}
      </div>
      <CloseFoot onClose={onClose} autoFocus />
    </DialogFrame>
  );
}
