import type { Editor } from '@tiptap/react';
import { AlignLeft } from 'lucide-react';
import { Button, Header, Menu, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { MenuChoice } from '../../ui/menu-choice.tsx';
import { TEXT_ALIGNMENTS } from '../extensions/block-attributes.ts';

export interface AlignmentMenuProps {
  readonly editor: Editor;
  readonly alignment: string | null;
  readonly direction: string | null;
}

function onlyKey(keys: 'all' | Iterable<string | number>): string {
  const [first] = keys === 'all' ? [] : Array.from(keys);
  return String(first ?? '');
}

const DIRECTIONS = ['ltr', 'rtl'] as const;

/** Alignment and writing direction of the blocks in the selection. */
export function AlignmentMenu({ editor, alignment, direction }: AlignmentMenuProps): React.ReactNode {
  const { t } = useTranslation();
  const align = (key: string): void => {
    editor
      .chain()
      .focus()
      .setBlockAlignment(TEXT_ALIGNMENTS.find((value) => value === key) ?? null)
      .run();
  };
  const direct = (key: string): void => {
    editor
      .chain()
      .focus()
      .setBlockDirection(DIRECTIONS.find((value) => value === key) ?? null)
      .run();
  };
  return (
    <MenuTrigger>
      <Button className="tool-button" aria-label={t('editor.tools.alignment')} preventFocusOnPress>
        <AlignLeft aria-hidden="true" size={16} />
      </Button>
      <Popover className="popover menu-popover">
        <Menu className="menu" aria-label={t('editor.tools.alignment')}>
          <MenuSection
            selectionMode="single"
            selectedKeys={[alignment ?? 'natural']}
            onSelectionChange={(keys) => align(onlyKey(keys))}
          >
            <Header className="menu-header">{t('editor.tools.alignment')}</Header>
            {(['natural', ...TEXT_ALIGNMENTS] as const).map((value) => (
              <MenuChoice
                key={value}
                id={value}
                label={t(`editor.alignments.${value}`)}
                isOn={value === (alignment ?? 'natural')}
              />
            ))}
          </MenuSection>
          <MenuSection
            selectionMode="single"
            selectedKeys={[direction ?? 'document']}
            onSelectionChange={(keys) => direct(onlyKey(keys))}
          >
            <Header className="menu-header">{t('editor.tools.direction')}</Header>
            {(['document', ...DIRECTIONS] as const).map((value) => (
              <MenuChoice
                key={value}
                id={value}
                label={t(`editor.directions.${value}`)}
                isOn={value === (direction ?? 'document')}
              />
            ))}
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
