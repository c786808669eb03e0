import { Check, Tag as TagIcon } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
  SearchField,
  Text,
  TextField,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type * as Y from 'yjs';
import type { Person } from '../../../shared/contract/contract.ts';
import {
  principleKey,
  putTag,
  readTags,
  removeTag,
  tagKey,
  type PrincipleRef,
  type Strength,
  type Tag,
} from '../../../shared/document/tags.ts';
import type { StrategyStore } from '../../app/strategy-store.ts';
import { rankPrinciples } from './rank-principles.ts';
import { StrengthChoice } from './strength-choice.tsx';
import { useBlockTags } from './use-block-tags.ts';

export interface TagPickerProps {
  /** The blocks to tag; usually the one with the caret. */
  readonly blocks: readonly string[];
  /** Where the first of them stands on the screen. */
  readonly anchor: DOMRect;
  readonly doc: Y.Doc;
  /** Changes the section as one step of undo. */
  readonly edit: (change: (doc: Y.Doc) => void) => void;
  readonly store: StrategyStore;
  readonly person: Person;
  readonly onClose: () => void;
}

const ALT_STRENGTHS: Readonly<Record<string, Strength>> = { Digit1: 'full', Digit2: 'partial', Digit3: 'mention' };

/**
 * Tags paragraphs without leaving the keyboard: type a part of a number, title or explanation, Enter.
 * Enter tags and closes; with Ctrl, Shift or a click the picker stays for the next one.
 */
export function TagPicker({ blocks, anchor, doc, edit, store, person, onClose }: TagPickerProps): React.ReactNode {
  const { t } = useTranslation();
  const frameworks = useStore(store, (state) => state.frameworks);
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<Strength | null>(null);
  const [reason, setReason] = useState('');
  const present = useBlockTags(doc, blocks);
  const anchorRef = useRef<HTMLSpanElement>(null);
  /** Whether the choice leaves the picker open: for another search, or for more of the same. */
  const staysFor = useRef<'another' | 'more' | null>(null);
  const groups = useMemo(() => rankPrinciples(frameworks, search), [frameworks, search]);

  /** Tags; what is tagged already is changed when something else was chosen here, and else taken away. */
  const toggle = (ref: PrincipleRef): void => {
    const tag = present.get(principleKey(ref));
    const isTakenAway = tag !== undefined && (chosen ?? tag.strength) === tag.strength && reason.trim() === '';
    edit((section) => {
      const tagged = new Map(readTags(section).map((own) => [tagKey(own.block, own), own]));
      for (const block of blocks) {
        const own = tagged.get(tagKey(block, ref));
        if (isTakenAway) removeTag(section, block, ref);
        else putTag(section, createTag(block, ref, chosen ?? own?.strength, reason.trim() || own?.reason, person));
      }
    });
  };

  const changeSelection = (keys: 'all' | Iterable<string | number>): void => {
    if (keys === 'all') return;
    const next = new Set([...keys].map(String));
    for (const group of groups) {
      for (const { number } of group.principles) {
        const ref = { framework: group.framework.id, principle: number };
        if (next.has(principleKey(ref)) !== present.has(principleKey(ref))) toggle(ref);
      }
    }
    if (staysFor.current === null) onClose();
    else if (staysFor.current === 'another') setSearch('');
  };

  return (
    <>
      <span
        ref={anchorRef}
        className="tag-picker-anchor"
        style={{ top: anchor.top, left: anchor.left, width: anchor.width, height: anchor.height }}
      />
      <Popover
        className="popover tag-picker"
        triggerRef={anchorRef}
        isOpen
        placement="bottom start"
        offset={6}
        maxHeight={460}
        onOpenChange={(isOpen) => !isOpen && onClose()}
      >
        <Dialog aria-label={t('editor.pickerTitle', { count: blocks.length })} className="tag-picker-dialog">
          <div
            className="tag-picker-body"
            onKeyDownCapture={(event) => {
              staysFor.current = event.ctrlKey || event.metaKey || event.shiftKey ? 'another' : null;
              // One press leaves, also when something has been typed.
              if (event.key === 'Escape') {
                event.stopPropagation();
                onClose();
              }
              const byKey = event.altKey ? ALT_STRENGTHS[event.code] : undefined;
              if (!byKey) return;
              event.preventDefault();
              event.stopPropagation();
              setChosen(byKey);
            }}
            onPointerDownCapture={() => {
              staysFor.current = 'more';
            }}
          >
            <Autocomplete inputValue={search} onInputChange={setSearch}>
              <SearchField className="tag-picker-search" aria-label={t('editor.pickerSearch')} autoFocus>
                <TagIcon aria-hidden="true" size={16} />
                <Input placeholder={t('editor.pickerPlaceholder')} />
                <kbd>Enter</kbd>
              </SearchField>
              <div className="tag-picker-list" role="group" aria-label={t('editor.pickerList')} tabIndex={0}>
                <ListBox
                  className="tag-picker-options"
                  aria-label={t('editor.pickerList')}
                  selectionMode="multiple"
                  selectedKeys={[...present.keys()]}
                  onSelectionChange={changeSelection}
                  renderEmptyState={() => <p className="tag-picker-empty">{t('editor.pickerEmpty')}</p>}
                >
                  {groups.map(({ framework, principles }) => (
                    <ListBoxSection key={framework.id} id={framework.id}>
                      <Header>{framework.title}</Header>
                      {principles.map(({ number, title, excerpt }) => {
                        const key = principleKey({ framework: framework.id, principle: number });
                        return (
                          <ListBoxItem key={key} id={key} textValue={`${number} ${title}`} className="tag-picker-item">
                            <span className="tag-picker-text">
                              <Text slot="label">
                                <span className="tag-picker-number">{number}</span> <span>{title}</span>
                              </Text>
                              {excerpt !== null && <Text slot="description">{excerpt}</Text>}
                            </span>
                            {present.has(key) && <Check aria-hidden="true" size={16} />}
                          </ListBoxItem>
                        );
                      })}
                    </ListBoxSection>
                  ))}
                </ListBox>
              </div>
            </Autocomplete>
            <div className="tag-picker-foot">
              <StrengthChoice value={chosen ?? 'full'} onChange={setChosen} />
              <TextField
                aria-label={t('editor.reason')}
                value={reason}
                onChange={setReason}
                className="tag-picker-reason"
              >
                <Input placeholder={t('editor.reasonPlaceholder')} />
              </TextField>
              <p className="tag-picker-hint">{t('editor.pickerHint')}</p>
            </div>
          </div>
        </Dialog>
      </Popover>
    </>
  );
}

function createTag(
  block: string,
  ref: PrincipleRef,
  strength: Strength = 'full',
  reason: string = '',
  person: Person,
): Tag {
  return { block, ...ref, strength, reason, by: person.name, at: new Date().toISOString() };
}
