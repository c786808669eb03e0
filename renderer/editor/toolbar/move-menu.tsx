import type { Editor } from '@tiptap/react';
import { CornerUpRight } from 'lucide-react';
import { Button, Menu, MenuTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { sectionDocument } from '../../../shared/document/layout.ts';
import { changeStrategy } from '../../app/changes.ts';
import { failureSentence } from '../../app/failure-sentence.ts';
import type { StrategyStore } from '../../app/strategy-store.ts';
import type { StrategyConnection } from '../../bridge/strategy-connection.ts';
import { MenuChoice } from '../../ui/menu-choice.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { selectedBlocks } from '../extensions/tag-margin.ts';

export interface MoveMenuProps {
  readonly editor: Editor;
  readonly connection: StrategyConnection;
  readonly store: StrategyStore;
  readonly section: string;
}

const NO_SECTIONS: readonly never[] = [];

/** Moves the paragraphs of the selection to another section: one step of undo, tags go along. */
export function MoveMenu({ editor, connection, store, section }: MoveMenuProps): React.ReactNode {
  const { t } = useTranslation();
  const sections = useStore(store, ({ outline }) => outline?.sections ?? NO_SECTIONS);
  const move = async (target: string): Promise<void> => {
    const blocks = selectedBlocks(editor.state);
    try {
      await connection.openSection(target).whenSynced;
    } catch (error) {
      showToast({ text: failureSentence(t, error) });
      return;
    }
    const isMoved = changeStrategy({ connection, store }, [section, target].map(sectionDocument), () =>
      connection.moveBlocks(section, target, blocks),
    );
    const first = blocks[0];
    if (isMoved && first !== undefined) store.getState().goTo(target, first);
  };
  return (
    <MenuTrigger>
      <Button className="tool-button" aria-label={t('editor.tools.move')} preventFocusOnPress>
        <CornerUpRight aria-hidden="true" size={16} />
      </Button>
      <Popover className="popover menu-popover">
        <Menu
          className="menu"
          aria-label={t('editor.tools.move')}
          onAction={(key) => void move(String(key))}
          disabledKeys={[section]}
        >
          {sections.map(({ id, title }, index) => (
            <MenuChoice key={id} id={id} label={`${index + 1}. ${title}`} isOn={id === section} />
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
