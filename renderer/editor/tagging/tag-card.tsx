import { Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button, Dialog, Heading, Label, Popover, TextArea, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type * as Y from 'yjs';
import type { Person } from '../../../shared/contract/person.ts';
import { principleKey, putTag, removeTag, type Tag } from '../../../shared/document/tags.ts';
import { findPrinciple } from '../../../shared/domain/framework.ts';
import type { StrategyStore } from '../../app/strategy-store.ts';
import { StrengthChoice } from './strength-choice.tsx';
import { useBlockTags } from './use-block-tags.ts';

export interface TagCardProps {
  readonly tag: Tag;
  /** The chip that was pressed. */
  readonly anchor: HTMLElement;
  readonly doc: Y.Doc;
  /** Changes the section as one step of undo. */
  readonly edit: (change: (doc: Y.Doc) => void) => void;
  readonly store: StrategyStore;
  readonly canChange: boolean;
  readonly person: Person;
  readonly onClose: () => void;
}

/** A tag looked at closely: the principle, how far it is answered, why, and who said so. */
export function TagCard({ tag, anchor, doc, edit, store, canChange, person, onClose }: TagCardProps): React.ReactNode {
  const { t } = useTranslation();
  const anchorRef = useRef(anchor);
  const blocks = useRef([tag.block]).current;
  const current = useBlockTags(doc, blocks).get(principleKey(tag));
  const framework = useStore(store, ({ frameworks }) => frameworks.find(({ id }) => id === tag.framework));
  const principle = framework && findPrinciple(framework, tag.principle);
  const change = (part: Partial<Pick<Tag, 'strength' | 'reason'>>): void => {
    if (!current) return;
    edit((section) => putTag(section, { ...current, ...part, by: person.name, at: new Date().toISOString() }));
  };
  const [reason, setReason] = useState(current?.reason ?? tag.reason);
  const keepReason = (): void => {
    if (current && reason.trim() !== current.reason) change({ reason: reason.trim() });
  };
  /** Whatever way one leaves, what was written stays. */
  const close = (): void => {
    keepReason();
    onClose();
  };
  const remove = (): void => {
    edit((section) => removeTag(section, tag.block, tag));
    onClose();
  };
  return (
    <Popover
      className="popover tag-card"
      triggerRef={anchorRef}
      isOpen
      placement="left top"
      onOpenChange={(isOpen) => !isOpen && close()}
    >
      <Dialog className="tag-card-dialog">
        <p className="tag-card-framework">{framework?.title}</p>
        <Heading slot="title">
          {tag.principle}. {principle?.title ?? t('frameworks.numberUnknown')}
        </Heading>
        {current && (
          <>
            <StrengthChoice
              value={current.strength}
              isDisabled={!canChange}
              onChange={(strength) => change({ strength })}
            />
            <TextField value={reason} isReadOnly={!canChange} onChange={setReason} onBlur={keepReason}>
              <Label>{t('editor.reason')}</Label>
              <TextArea rows={2} placeholder={t('editor.reasonPlaceholder')} />
            </TextField>
            <p className="tag-card-by">{t('editor.taggedBy', { by: current.by, when: new Date(current.at) })}</p>
          </>
        )}
        {principle && (
          <details>
            <summary>{t('editor.about')}</summary>
            <p>{principle.explanation}</p>
          </details>
        )}
        {canChange && (
          <Button className="button quiet" onPress={remove}>
            <Trash2 aria-hidden="true" size={14} />
            {t('editor.removeTag')}
          </Button>
        )}
      </Dialog>
    </Popover>
  );
}
