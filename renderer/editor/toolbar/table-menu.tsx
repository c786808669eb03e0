import type { Editor } from '@tiptap/react';
import { Table } from 'lucide-react';
import { Button, Menu, MenuTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { MenuChoice } from '../../ui/menu-choice.tsx';
import { ToolButton } from './tool-button.tsx';

export interface TableMenuProps {
  readonly editor: Editor;
  readonly isInTable: boolean;
  readonly isLandscape: boolean;
}

const ACTIONS = {
  addRowBefore: (editor: Editor) => editor.chain().focus().addRowBefore().run(),
  addRowAfter: (editor: Editor) => editor.chain().focus().addRowAfter().run(),
  deleteRow: (editor: Editor) => editor.chain().focus().deleteRow().run(),
  addColumnBefore: (editor: Editor) => editor.chain().focus().addColumnBefore().run(),
  addColumnAfter: (editor: Editor) => editor.chain().focus().addColumnAfter().run(),
  deleteColumn: (editor: Editor) => editor.chain().focus().deleteColumn().run(),
  mergeOrSplit: (editor: Editor) => editor.chain().focus().mergeOrSplit().run(),
  toggleHeaderRow: (editor: Editor) => editor.chain().focus().toggleHeaderRow().run(),
  toggleHeaderColumn: (editor: Editor) => editor.chain().focus().toggleHeaderColumn().run(),
  toggleLandscape: (editor: Editor) =>
    editor
      .chain()
      .focus()
      .updateAttributes('table', {
        orientation: editor.getAttributes('table')['orientation'] === 'landscape' ? null : 'landscape',
      })
      .run(),
  deleteTable: (editor: Editor) => editor.chain().focus().deleteTable().run(),
} as const;

const ACTION_NAMES = Object.keys(ACTIONS) as (keyof typeof ACTIONS)[];

/** Inserts a table; inside one, everything that can be done to it. */
export function TableMenu({ editor, isInTable, isLandscape }: TableMenuProps): React.ReactNode {
  const { t } = useTranslation();
  if (!isInTable) {
    const insert = (): void => {
      editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run();
    };
    return <ToolButton name={t('editor.tools.table')} icon={Table} onPress={insert} />;
  }
  const run = (key: string): void => {
    const action = Object.entries(ACTIONS).find(([name]) => name === key)?.[1];
    action?.(editor);
  };
  return (
    <MenuTrigger>
      <Button className="tool-button" aria-label={t('editor.tools.editTable')} data-selected preventFocusOnPress>
        <Table aria-hidden="true" size={16} />
      </Button>
      <Popover className="popover menu-popover">
        <Menu className="menu" aria-label={t('editor.tools.editTable')} onAction={(key) => run(String(key))}>
          {ACTION_NAMES.map((name) => (
            <MenuChoice
              key={name}
              id={name}
              label={t(`editor.table.${name}`)}
              isOn={name === 'toggleLandscape' && isLandscape}
            />
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
