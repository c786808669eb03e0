import type { LucideIcon } from 'lucide-react';
import { Button, Tooltip, TooltipTrigger, type ButtonProps } from 'react-aria-components';

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'className' | 'aria-label'> {
  /** Its name, also shown as a tooltip. */
  readonly label: string;
  readonly icon: LucideIcon;
  /** Keys that do the same, as people read them. */
  readonly keys?: string;
  readonly size?: 'usual' | 'small';
  /** For icons that point somewhere: mirrored where one reads from right to left. */
  readonly flips?: boolean;
}

/** A button that shows an icon and says its name on hover and focus. */
export function IconButton({
  label,
  icon: Icon,
  keys,
  size = 'usual',
  flips = false,
  ...props
}: IconButtonProps): React.ReactNode {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <Button {...props} aria-label={label} className={size === 'small' ? 'icon-button small' : 'icon-button'}>
        <Icon aria-hidden className={flips ? 'flip' : ''} />
      </Button>
      <Tooltip className="tooltip" offset={6}>
        {label}
        {keys !== undefined && <kbd>{keys}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}
