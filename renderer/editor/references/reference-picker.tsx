import { Link2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Header, ListBox, ListBoxItem, ListBoxSection, Text } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { REFERENCE_FORMS, type ReferenceForm } from '../../../shared/document/schema.ts';
import { excerptOf } from '../../../shared/domain/coverage.ts';
import type { Target, TargetKind } from '../../../shared/domain/references.ts';
import { foldText, queryWords } from '../../../shared/domain/text-search.ts';
import type { StrategyStore } from '../../app/strategy-store.ts';
import { Picker } from '../../ui/picker.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { targetNumber } from './reference-host.ts';

export interface ReferencePickerProps {
  /** Where the caret stands on the screen. */
  readonly anchor: DOMRect;
  readonly store: StrategyStore;
  readonly onChoose: (target: string, form: ReferenceForm) => void;
  readonly onClose: () => void;
}

/** Most targets that are shown at once; typing narrows them. */
const MOST = 60;

const GROUPS: readonly (readonly [name: 'headings' | 'tables' | 'figures' | 'footnotes', ...kinds: TargetKind[]])[] = [
  ['headings', 'section', 'heading'],
  ['tables', 'table'],
  ['figures', 'figure'],
  ['footnotes', 'footnote'],
];

/** Finds what a reference is to lead to: a section or heading, a table, a figure or a footnote. */
export function ReferencePicker({ anchor, store, onChoose, onClose }: ReferencePickerProps): React.ReactNode {
  const { t } = useTranslation();
  const targets = useStore(store, (state) => state.targets);
  const [search, setSearch] = useState('');
  const [form, setForm] = useState<ReferenceForm>('number');
  const matching = useMemo(() => {
    const words = queryWords(search);
    return [...targets.values()].filter((target) => {
      const text = foldText(`${targetNumber(t, target)} ${target.text}`);
      return words.every((word) => text.includes(word));
    });
  }, [targets, search, t]);
  const found = matching.slice(0, MOST);
  const more = matching.length - found.length;
  return (
    <Picker
      anchor={anchor}
      label={t('editor.reference.title')}
      icon={Link2}
      searchLabel={t('editor.reference.search')}
      placeholder={t('editor.reference.placeholder')}
      listLabel={t('editor.reference.list')}
      search={search}
      onSearch={setSearch}
      onClose={onClose}
      foot={
        <>
          {more > 0 && <p className="picker-more">{t('editor.reference.more', { count: more })}</p>}
          <Segmented
            label={t('editor.reference.form')}
            value={form}
            onChange={setForm}
            options={REFERENCE_FORMS.map((id) => ({ id, label: t(`editor.reference.forms.${id}`) }))}
          />
        </>
      }
    >
      <ListBox
        className="picker-options"
        aria-label={t('editor.reference.list')}
        onAction={(key) => onChoose(String(key), form)}
        renderEmptyState={() => <p className="picker-empty">{t('editor.reference.empty')}</p>}
      >
        {GROUPS.map(([name, ...kinds]) => {
          const own = found.filter(({ kind }) => kinds.includes(kind));
          return own.length === 0 ? null : (
            <ListBoxSection key={name} id={name}>
              <Header>{t(`editor.reference.${name}`)}</Header>
              {own.map((target) => (
                <TargetItem key={target.id} target={target} />
              ))}
            </ListBoxSection>
          );
        })}
      </ListBox>
    </Picker>
  );
}

function TargetItem({ target }: { readonly target: Target }): React.ReactNode {
  const { t } = useTranslation();
  const number = targetNumber(t, target);
  return (
    <ListBoxItem id={target.id} textValue={`${number} ${target.text}`} className="picker-item">
      <span className="picker-text">
        <Text slot="label">
          <span className="picker-label">{number}</span> <span>{excerptOf(target.text)}</span>
        </Text>
      </span>
    </ListBoxItem>
  );
}
