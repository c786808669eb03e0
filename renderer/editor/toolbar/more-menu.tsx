import type { Editor } from '@tiptap/react';
import { Ellipsis } from 'lucide-react';
import { Button, Menu, MenuTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { MenuChoice } from '../../ui/menu-choice.tsx';
import type { ToolbarState } from './use-toolbar-state.ts';

const ACTIONS = {
  indent: (editor: Editor) => editor.chain().focus().sinkListItem('listItem').run(),
  outdent: (editor: Editor) => editor.chain().focus().liftListItem('listItem').run(),
  strike: (editor: Editor) => editor.chain().focus().toggleStrike().run(),
  superscript: (editor: Editor) => editor.chain().focus().toggleSuperscript().run(),
  subscript: (editor: Editor) => editor.chain().focus().toggleSubscript().run(),
  reference: (_editor: Editor, onRefer: () => void) => onRefer(),
  caption: (editor: Editor) => editor.chain().focus().insertCaption().run(),
  pageBreak: (editor: Editor) => editor.chain().focus().insertPageBreak().run(),
  rule: (editor: Editor) => editor.chain().focus().setHorizontalRule().run(),
} as const;

const NAMES = Object.keys(ACTIONS) as (keyof typeof ACTIONS)[];

const KEYS: Readonly<Partial<Record<keyof typeof ACTIONS, string>>> = {
  indent: 'Tab',
  outdent: 'Shift+Tab',
  reference: 'Ctrl+Alt+R',
  pageBreak: 'Ctrl+Enter',
};

export interface MoreMenuProps {
  readonly editor: Editor;
  readonly state: ToolbarState;
  readonly onRefer: () => void;
}

/** Tools that are wanted now and then. */
export function MoreMenu({ editor, state, onRefer }: MoreMenuProps): React.ReactNode {
  const { t } = useTranslation();
  const isOn = (name: keyof typeof ACTIONS): boolean =>
    name in state && state[name as 'strike' | 'superscript' | 'subscript'];
  return (
    <MenuTrigger>
      <Button className="tool-button" aria-label={t('editor.tools.more')} preventFocusOnPress>
        <Ellipsis aria-hidden="true" size={16} />
      </Button>
      <Popover className="popover menu-popover">
        <Menu
          className="menu"
          aria-label={t('editor.tools.more')}
          disabledKeys={[...(state.inList ? [] : ['indent', 'outdent']), ...(state.canCaption ? [] : ['caption'])]}
          onAction={(key) => NAMES.filter((name) => name === key).forEach((name) => ACTIONS[name](editor, onRefer))}
        >
          {NAMES.map((name) => (
            <MenuChoice
              key={name}
              id={name}
              label={t(`editor.tools.${name}`)}
              isOn={isOn(name)}
              {...(KEYS[name] ? { keys: KEYS[name] } : {})}
            />
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
