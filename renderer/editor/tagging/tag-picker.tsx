import { Check, Tag as TagIcon } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { Header, Input, ListBox, ListBoxItem, ListBoxSection, Text, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type * as Y from 'yjs';
import type { Proposal } from '../../../shared/document/comments.ts';
import type { Person } from '../../../shared/contract/person.ts';
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
import { Picker } from '../../ui/picker.tsx';
import { useBlockTags } from './use-block-tags.ts';

export interface TagPickerProps {
  /** The blocks to tag; usually the one with the caret. */
  readonly blocks: readonly string[];
  /** Where the first of them stands on the screen. */
  readonly anchor: DOMRect;
  readonly doc: Y.Doc;
  /** Changes the section as one step of undo. */
  readonly edit: (change: (doc: Y.Doc) => void) => void;
  /** Proposes a tag, where none can be given; null where they can. */
  readonly propose: ((proposal: Proposal) => void) | null;
  readonly store: StrategyStore;
  readonly person: Person;
  readonly onClose: () => void;
}

const ALT_STRENGTHS: Readonly<Record<string, Strength>> = { Digit1: 'full', Digit2: 'partial', Digit3: 'mention' };

/**
 * Tags paragraphs without leaving the keyboard: type a part of a number, title or explanation, Enter.
 * Enter tags and closes; with Ctrl, Shift or a click the picker stays for the next one.
 */
export function TagPicker({
  blocks,
  anchor,
  doc,
  edit,
  propose,
  store,
  person,
  onClose,
}: TagPickerProps): React.ReactNode {
  const { t } = useTranslation();
  const frameworks = useStore(store, (state) => state.frameworks);
  const wordings = useStore(store, (state) => state.wordings);
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<Strength | null>(null);
  const [reason, setReason] = useState('');
  const present = useBlockTags(doc, blocks);
  /** Whether the choice leaves the picker open: for another search, or for more of the same. */
  const staysFor = useRef<'another' | 'more' | null>(null);
  const shown = useStore(store, (state) => state.framework);
  const groups = useMemo(() => {
    // What the panel shows is what one is looking at.
    const inOrder = [...frameworks].sort((a, b) => Number(b.id === shown) - Number(a.id === shown));
    return rankPrinciples(inOrder, wordings, search);
  }, [frameworks, wordings, search, shown]);

  /** Tags; what is tagged already is changed when something else was chosen here, and else taken away. */
  const toggle = (ref: PrincipleRef): void => {
    const tag = present.get(principleKey(ref));
    if (propose) {
      // What is there already needs no proposal.
      if (!tag) propose({ ...ref, strength: chosen ?? 'full', reason: reason.trim() });
      return;
    }
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
    if (staysFor.current === null || propose) onClose();
    else if (staysFor.current === 'another') setSearch('');
  };

  return (
    <Picker
      anchor={anchor}
      label={propose ? t('editor.proposeTitle') : t('editor.pickerTitle', { count: blocks.length })}
      icon={TagIcon}
      searchLabel={t('editor.pickerSearch')}
      placeholder={t('editor.pickerPlaceholder')}
      listLabel={t('editor.pickerList')}
      search={search}
      onSearch={setSearch}
      onKey={(event) => {
        staysFor.current = event.ctrlKey || event.metaKey || event.shiftKey ? 'another' : null;
        const byKey = event.altKey ? ALT_STRENGTHS[event.code] : undefined;
        if (!byKey) return;
        event.preventDefault();
        event.stopPropagation();
        setChosen(byKey);
      }}
      onPointer={() => {
        staysFor.current = 'more';
      }}
      onClose={onClose}
      foot={
        <>
          <StrengthChoice value={chosen ?? 'full'} onChange={setChosen} />
          <TextField aria-label={t('editor.reason')} value={reason} onChange={setReason} className="picker-reason">
            <Input placeholder={t('editor.reasonPlaceholder')} />
          </TextField>
          <p className="picker-hint">{t(propose ? 'editor.proposeHint' : 'editor.pickerHint')}</p>
        </>
      }
    >
      <ListBox
        className="picker-options"
        aria-label={t('editor.pickerList')}
        selectionMode="multiple"
        selectedKeys={[...present.keys()]}
        onSelectionChange={changeSelection}
        renderEmptyState={() => <p className="picker-empty">{t('editor.pickerEmpty')}</p>}
      >
        {groups.map(({ framework, principles }) => (
          <ListBoxSection key={framework.id} id={framework.id}>
            <Header>{framework.title}</Header>
            {principles.map(({ number, title, excerpt }) => {
              const key = principleKey({ framework: framework.id, principle: number });
              return (
                <ListBoxItem key={key} id={key} textValue={`${number} ${title}`} className="picker-item">
                  <span className="picker-text">
                    <Text slot="label">
                      <span className="picker-number">{number}</span> <span>{title}</span>
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
    </Picker>
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
