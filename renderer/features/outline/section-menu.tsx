import { ArrowDown, ArrowUp, Building2, Ellipsis, Pencil, Plus, Trash2, type LucideIcon } from 'lucide-react';
import {
  Button,
  ButtonContext,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { OutlineSection } from '../../../shared/document/outline.ts';
import { isOutlineWritable } from '../../app/changes.ts';
import { openDialog, windowState } from '../../app/window-state.ts';
import { useStrategy, useWorkbench } from '../workbench/workbench-context.ts';
import { addSectionAfter, deleteSection, shiftSection, titleOf } from './outline-commands.ts';
import { StatusSection } from './status-section.tsx';

export interface SectionMenuProps {
  readonly section: OutlineSection;
  readonly number: number;
}

const NOTHING = {};

/** What can be done with a section as a whole. */
export function SectionMenu({ section, number }: SectionMenuProps): React.ReactNode {
  const { t } = useTranslation();
  return (
    // What a row says to its buttons changes with every row that is drawn, which a menu's has no need of.
    <ButtonContext value={NOTHING}>
      <MenuTrigger>
        <Button
          className="icon-button small outline-menu-button"
          aria-label={t('outline.menu', { number, title: titleOf(section) })}
        >
          <Ellipsis aria-hidden />
        </Button>
        <Popover className="popover" placement="bottom start">
          <SectionMenuItems section={section} number={number} />
        </Popover>
      </MenuTrigger>
    </ButtonContext>
  );
}

function SectionMenuItems({ section: { id, status }, number }: SectionMenuProps): React.ReactNode {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const canChange = useStrategy(isOutlineWritable);
  const count = useStrategy(({ outline }) => outline?.sections.length ?? 0);
  const alt = t('shortcuts.keys.alt');
  const name = t('outline.label');
  return (
    <Menu className="menu" aria-label={name}>
      <MenuSection aria-label={name}>
        <Item
          icon={Pencil}
          label={t('outline.rename')}
          keys="F2"
          isDisabled={!canChange}
          onAction={() => renameLater(id)}
        />
        <Item
          icon={Building2}
          label={t('outline.owner')}
          isDisabled={!canChange}
          onAction={() => openDialog({ kind: 'owner', section: id })}
        />
        <Item
          icon={ArrowUp}
          label={t('outline.moveUp')}
          keys={`${alt} ${t('shortcuts.keys.up')}`}
          isDisabled={!canChange || number === 1}
          onAction={() => shiftSection(workbench, id, -1)}
        />
        <Item
          icon={ArrowDown}
          label={t('outline.moveDown')}
          keys={`${alt} ${t('shortcuts.keys.down')}`}
          isDisabled={!canChange || number === count}
          onAction={() => shiftSection(workbench, id, 1)}
        />
        <Item
          icon={Plus}
          label={t('outline.addAfter')}
          isDisabled={!canChange}
          onAction={() => addSectionAfter(workbench, id)}
        />
      </MenuSection>
      <Separator className="menu-separator" />
      <StatusSection section={id} status={status} />
      <Separator className="menu-separator" />
      <Item
        icon={Trash2}
        label={t('outline.delete')}
        keys={t('shortcuts.keys.delete')}
        isDanger
        isDisabled={!canChange}
        onAction={() => deleteSection(workbench, id)}
      />
    </Menu>
  );
}

/** The menu gives the focus back to its button first. */
function renameLater(section: string): void {
  setTimeout(() => windowState.setState({ renaming: section }), 50);
}

interface ItemProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly keys?: string;
  readonly isDisabled?: boolean;
  readonly isDanger?: boolean;
  readonly onAction: () => void;
}

function Item({ icon: Icon, label, keys, isDisabled = false, isDanger = false, onAction }: ItemProps): React.ReactNode {
  return (
    <MenuItem
      className={isDanger ? 'menu-item danger' : 'menu-item'}
      textValue={label}
      isDisabled={isDisabled}
      onAction={onAction}
    >
      <Icon aria-hidden />
      {label}
      {keys !== undefined && <kbd>{keys}</kbd>}
    </MenuItem>
  );
}
