import type { Editor } from '@tiptap/react';
import {
  Bold,
  Italic,
  List,
  ListOrdered,
  MessageSquarePlus,
  MessageSquareQuote,
  Search,
  Tag,
  TextQuote,
  Underline,
} from 'lucide-react';
import { ButtonContext, Group, Separator, ToggleButtonContext, Toolbar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type messages from '../../../resources/locales/en.json';
import { AlignmentMenu } from './alignment-menu.tsx';
import { BlockTypeMenu } from './block-type-menu.tsx';
import { isCommentable } from '../../app/changes.ts';
import type { StrategyStore } from '../../app/strategy-store.ts';
import type { StrategyConnection } from '../../bridge/strategy-connection.ts';
import { LinkButton } from './link-button.tsx';
import { MoreMenu } from './more-menu.tsx';
import { MoveMenu } from './move-menu.tsx';
import { PictureButton } from './picture-button.tsx';
import { TableMenu } from './table-menu.tsx';
import { ToolButton } from './tool-button.tsx';
import { useToolbarState } from './use-toolbar-state.ts';
import './editor-toolbar.css';

type ToolName = keyof (typeof messages)['editor']['tools'];

export interface EditorToolbarProps {
  readonly editor: Editor;
  readonly connection: StrategyConnection;
  readonly store: StrategyStore;
  readonly section: string;
  /** Otherwise only what changes nothing can be used. */
  readonly isEditable: boolean;
  readonly onTag: () => void;
  readonly onFind: () => void;
  readonly onRefer: () => void;
  readonly onComment: () => void;
}

/** The tools of the text, one tab stop, arrow keys within. */
export function EditorToolbar({
  editor,
  connection,
  store,
  section,
  isEditable,
  onTag,
  onFind,
  onRefer,
  onComment,
}: EditorToolbarProps): React.ReactNode {
  const { t } = useTranslation();
  const canPropose = useStore(store, isCommentable);
  const state = useToolbarState(editor);
  const run = (): ReturnType<Editor['chain']> => editor.chain().focus();
  const label = (name: ToolName): string => t(`editor.tools.${name}`);
  return (
    <div
      role="presentation"
      onKeyDown={({ key }) => {
        if (key === 'Escape') editor.commands.focus();
      }}
    >
      <Toolbar className="editor-toolbar" aria-label={t('editor.toolbar')}>
        <Changing isEditable={isEditable}>
          <BlockTypeMenu editor={editor} level={state.headingLevel} />
          <Separator orientation="vertical" />
          <Group aria-label={label('marks')}>
            <ToolButton
              name={label('bold')}
              keys="Ctrl+B"
              icon={Bold}
              isOn={state.bold}
              onPress={() => run().toggleBold().run()}
            />
            <ToolButton
              name={label('italic')}
              keys="Ctrl+I"
              icon={Italic}
              isOn={state.italic}
              onPress={() => run().toggleItalic().run()}
            />
            <ToolButton
              name={label('underline')}
              keys="Ctrl+U"
              icon={Underline}
              isOn={state.underline}
              onPress={() => run().toggleUnderline().run()}
            />
            <LinkButton editor={editor} isOn={state.link} />
          </Group>
          <Separator orientation="vertical" />
          <Group aria-label={label('blocks')}>
            <ToolButton
              name={label('bulletList')}
              icon={List}
              isOn={state.bulletList}
              onPress={() => run().toggleBulletList().run()}
            />
            <ToolButton
              name={label('orderedList')}
              icon={ListOrdered}
              isOn={state.orderedList}
              onPress={() => run().toggleOrderedList().run()}
            />
            <ToolButton
              name={label('quote')}
              icon={TextQuote}
              isOn={state.blockquote}
              onPress={() => run().toggleBlockquote().run()}
            />
            <AlignmentMenu editor={editor} alignment={state.textAlign} direction={state.dir} />
          </Group>
          <Separator orientation="vertical" />
          <Group aria-label={label('insert')}>
            <ToolButton
              name={label('footnote')}
              keys="Ctrl+Alt+F"
              icon={MessageSquareQuote}
              onPress={() => editor.commands.insertFootnote()}
            />
            <TableMenu editor={editor} isInTable={state.table} isLandscape={state.landscape} />
            <PictureButton editor={editor} pictures={connection.pictures} />
            <MoreMenu editor={editor} state={state} onRefer={onRefer} />
          </Group>
        </Changing>
        <Separator orientation="vertical" />
        <ToolButton name={label('find')} keys="Ctrl+F" icon={Search} onPress={onFind} />
        <Changing isEditable={isEditable}>
          <MoveMenu editor={editor} connection={connection} store={store} section={section} />
        </Changing>
        {isEditable ? (
          <ToolButton name={label('tag')} keys="Alt+Enter" icon={Tag} hasText onPress={onTag} />
        ) : (
          <ButtonContext value={canPropose ? ENABLED : DISABLED}>
            <ToolButton name={label('proposeTag')} icon={Tag} hasText onPress={onTag} />
          </ButtonContext>
        )}
        <ToolButton name={label('comment')} keys="Ctrl+Alt+M" icon={MessageSquarePlus} onPress={onComment} />
      </Toolbar>
    </div>
  );
}

const ENABLED = { isDisabled: false };
const DISABLED = { isDisabled: true };

/** Tools that change the text. */
function Changing({
  isEditable,
  children,
}: {
  readonly isEditable: boolean;
  readonly children: React.ReactNode;
}): React.ReactNode {
  const state = isEditable ? ENABLED : DISABLED;
  return (
    <ButtonContext value={state}>
      <ToggleButtonContext value={state}>{children}</ToggleButtonContext>
    </ButtonContext>
  );
}
