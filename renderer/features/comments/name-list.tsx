import type { Ref } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

export interface NameListProps {
  readonly names: readonly string[];
  readonly onChoose: (name: string) => void;
  /** Escape leads back to the field. */
  readonly onLeave: () => void;
  readonly ref: Ref<HTMLDivElement>;
}

/** The names that one may be about to write, below the field. */
export function NameList({ names, onChoose, onLeave, ref }: NameListProps): React.ReactNode {
  const { t } = useTranslation();
  return (
    <div
      onKeyDownCapture={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onLeave();
      }}
    >
      <ListBox
        ref={ref}
        className="menu comment-names"
        aria-label={t('comments.names')}
        selectionMode="none"
        onAction={(key) => onChoose(String(key))}
      >
        {names.map((name) => (
          <ListBoxItem key={name} id={name} textValue={name} className="menu-item list-item">
            <bdi>{name}</bdi>
          </ListBoxItem>
        ))}
      </ListBox>
    </div>
  );
}
