import { useState } from 'react';
import { Form, ListBox, ListBoxItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/application-session.ts';
import { DialogFoot } from '../../ui/dialog-foot.tsx';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { useStrategy, useWorkbench } from '../workbench/workbench-context.ts';
import { giveSectionTo, titleOf } from './outline-commands.ts';

export interface OwnerDialogProps {
  readonly section: string;
  readonly onClose: () => void;
}

/** Says which organisation answers for a section. */
export function OwnerDialog({ section: id, onClose }: OwnerDialogProps): React.ReactNode {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const { person } = useSession();
  const outline = useStrategy((state) => state.outline);
  const section = outline?.sections.find((candidate) => candidate.id === id);
  const [owner, setOwner] = useState(section?.owner ?? '');
  const known = [...new Set([person?.organisation ?? '', ...(outline?.sections.map((other) => other.owner) ?? [])])]
    .filter((name) => name !== '')
    .sort((a, b) => a.localeCompare(b));

  return (
    <DialogFrame title={t('owner.heading', { title: titleOf(section) })} onClose={onClose}>
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          if (giveSectionTo(workbench, id, owner.trim())) onClose();
        }}
      >
        <div className="dialog-body">
          <FormField
            label={t('owner.field')}
            hint={t('owner.hint')}
            value={owner}
            onChange={setOwner}
            onFocus={({ target }) => target.select()}
            autoFocus
          />
          {known.length > 0 && (
            <ListBox
              className="owner-list"
              aria-label={t('owner.organisations')}
              selectionMode="single"
              selectedKeys={[owner]}
              onSelectionChange={(keys) => setOwner(keys === 'all' ? owner : String([...keys][0] ?? ''))}
            >
              {known.map((name) => (
                <ListBoxItem key={name} id={name} textValue={name} className="menu-item list-item">
                  <bdi>{name}</bdi>
                </ListBoxItem>
              ))}
            </ListBox>
          )}
        </div>
        <DialogFoot submit={t('action.save')} onCancel={onClose} />
      </Form>
    </DialogFrame>
  );
}
