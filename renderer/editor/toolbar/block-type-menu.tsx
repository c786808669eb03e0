import type { Editor } from '@tiptap/react';
import { ChevronDown } from 'lucide-react';
import { Button, Menu, MenuTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { HEADING_LEVELS } from '../../../shared/document/schema.ts';
import { MenuChoice } from '../../ui/menu-choice.tsx';

export interface BlockTypeMenuProps {
  readonly editor: Editor;
  /** The heading level at the caret; null in a paragraph. */
  readonly level: number | null;
}

/** Paragraph or heading. */
export function BlockTypeMenu({ editor, level }: BlockTypeMenuProps): React.ReactNode {
  const { t } = useTranslation();
  const name = (value: number | null): string =>
    value === null ? t('editor.tools.paragraph') : t('editor.tools.heading', { level: value - 1 });
  const choose = (key: string): void => {
    const chosen = HEADING_LEVELS.find((candidate) => String(candidate) === key);
    const chain = editor.chain().focus();
    if (chosen === undefined) chain.setParagraph().run();
    else chain.setHeading({ level: chosen }).run();
  };
  return (
    <MenuTrigger>
      <Button
        className="tool-button tool-select"
        aria-label={t('editor.tools.blockType', { type: name(level) })}
        preventFocusOnPress
      >
        <span>{name(level)}</span>
        <ChevronDown aria-hidden="true" size={14} />
      </Button>
      <Popover className="popover menu-popover" placement="bottom start">
        <Menu
          className="menu"
          selectionMode="single"
          selectedKeys={[String(level ?? 'paragraph')]}
          onAction={(key) => choose(String(key))}
          aria-label={t('editor.tools.blockTypes')}
        >
          {[null, ...HEADING_LEVELS].map((value) => (
            <MenuChoice
              key={value ?? 'paragraph'}
              id={String(value ?? 'paragraph')}
              label={name(value)}
              isOn={value === level}
              keys={value === null ? 'Ctrl+Alt+0' : `Ctrl+Alt+${value - 1}`}
            />
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
