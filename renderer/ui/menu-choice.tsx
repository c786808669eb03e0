import { Check } from 'lucide-react';
import { MenuItem } from 'react-aria-components';

export interface MenuChoiceProps {
  readonly id: string;
  readonly label: string;
  /** Whether it is what holds at present. */
  readonly isOn?: boolean;
  /** The shortcut. */
  readonly keys?: string;
  readonly onChoose?: () => void;
}

/** A line of a menu: a tick or the room for one, what it does, and its shortcut. */
export function MenuChoice({ id, label, isOn = false, keys, onChoose }: MenuChoiceProps): React.ReactNode {
  return (
    <MenuItem id={id} className="menu-item" textValue={label} {...(onChoose ? { onAction: onChoose } : {})}>
      {isOn ? <Check aria-hidden size={14} /> : <span aria-hidden />}
      <span>{label}</span>
      {keys !== undefined && <kbd>{keys}</kbd>}
    </MenuItem>
  );
}
