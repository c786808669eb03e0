import type { LucideIcon } from 'lucide-react';
import { useRef, type KeyboardEvent } from 'react';
import { Autocomplete, Dialog, Input, Popover, SearchField } from 'react-aria-components';
import { takeMarkedResult } from './take-marked-result.ts';
import './picker.css';

export interface PickerProps {
  /** Where on the screen it opens. */
  readonly anchor: DOMRect;
  /** What it is for. */
  readonly label: string;
  readonly icon: LucideIcon;
  readonly searchLabel: string;
  readonly placeholder: string;
  readonly listLabel: string;
  readonly search: string;
  readonly onSearch: (search: string) => void;
  /** The list of what can be picked. */
  readonly children: React.ReactNode;
  /** What else is said of what is picked. */
  readonly foot: React.ReactNode;
  readonly onKey?: (event: KeyboardEvent) => void;
  readonly onPointer?: () => void;
  readonly onClose: () => void;
}

/** A list beside the caret in which typing finds and Enter takes. */
export function Picker({
  anchor,
  label,
  icon: Icon,
  searchLabel,
  placeholder,
  listLabel,
  search,
  onSearch,
  children,
  foot,
  onKey,
  onPointer,
  onClose,
}: PickerProps): React.ReactNode {
  const anchorRef = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span
        ref={anchorRef}
        className="picker-anchor"
        style={{ top: anchor.top, left: anchor.left, width: anchor.width, height: anchor.height }}
      />
      <Popover
        className="popover picker"
        triggerRef={anchorRef}
        isOpen
        placement="bottom start"
        offset={6}
        maxHeight={460}
        onOpenChange={(isOpen) => !isOpen && onClose()}
      >
        <Dialog aria-label={label} className="picker-dialog">
          <div
            className="picker-body"
            onKeyDownCapture={(event) => {
              onKey?.(event);
              takeMarkedResult(event);
              // One press leaves, also when something has been typed.
              if (event.key !== 'Escape') return;
              event.stopPropagation();
              onClose();
            }}
            onPointerDownCapture={onPointer}
          >
            <Autocomplete inputValue={search} onInputChange={onSearch}>
              <SearchField className="picker-search" aria-label={searchLabel} autoFocus>
                <Icon aria-hidden="true" size={16} />
                <Input placeholder={placeholder} />
                <kbd>Enter</kbd>
              </SearchField>
              <div className="picker-list" role="group" aria-label={listLabel} tabIndex={0}>
                {children}
              </div>
            </Autocomplete>
            <div className="picker-foot">{foot}</div>
          </div>
        </Dialog>
      </Popover>
    </>
  );
}
