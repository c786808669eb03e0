import type { LucideIcon } from 'lucide-react';
import { Button, ToggleButton, Tooltip, TooltipTrigger } from 'react-aria-components';

export interface ToolButtonProps {
  readonly name: string;
  readonly icon: LucideIcon;
  readonly onPress: () => void;
  /** Given for a tool that is on or off. */
  readonly isOn?: boolean;
  readonly isDisabled?: boolean;
  /** The shortcut, for the tooltip. */
  readonly keys?: string;
  /** Shows the name beside the icon. */
  readonly hasText?: boolean;
}

/** A tool of the toolbar, with its name and shortcut in a tooltip. */
export function ToolButton({
  name,
  icon: Icon,
  onPress,
  isOn,
  isDisabled,
  keys,
  hasText = false,
}: ToolButtonProps): React.ReactNode {
  const content = (
    <>
      <Icon aria-hidden="true" size={16} />
      {hasText && <span className="tool-text">{name}</span>}
    </>
  );
  const shared = {
    className: 'tool-button',
    'aria-label': name,
    // Left out, the toolbar says whether it can be used.
    ...(isDisabled !== undefined && { isDisabled }),
    onPress,
    preventFocusOnPress: true,
  };
  return (
    <TooltipTrigger delay={500}>
      {isOn === undefined ? (
        <Button {...shared}>{content}</Button>
      ) : (
        <ToggleButton {...shared} isSelected={isOn}>
          {content}
        </ToggleButton>
      )}
      <Tooltip className="tooltip">
        {name}
        {keys !== undefined && <kbd>{keys}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}
