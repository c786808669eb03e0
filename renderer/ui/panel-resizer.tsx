import { useRef } from 'react';
import './panel-resizer.css';

export interface PanelResizerProps {
  readonly label: string;
  /** The edge of the window that the resized panel stands at. */
  readonly edge: 'start' | 'end';
  readonly width: number;
  readonly range: { readonly min: number; readonly max: number; readonly usual: number };
  readonly onChange: (width: number) => void;
  /** The panel's id. */
  readonly controls: string;
}

const STEP = 16;

/** The line between a panel and the text: drag it, or focus it and use the arrow keys. */
export function PanelResizer({ label, edge, width, range, onChange, controls }: PanelResizerProps): React.ReactNode {
  const drag = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const set = (next: number): void => onChange(Math.round(Math.min(range.max, Math.max(range.min, next))));
  /** Whether moving to the right makes the panel wider. */
  const sign = (): 1 | -1 => ((edge === 'start') === (document.documentElement.dir !== 'rtl') ? 1 : -1);
  return (
    <div
      className="panel-resizer"
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation="vertical"
      aria-controls={controls}
      aria-valuenow={width}
      aria-valuemin={range.min}
      aria-valuemax={range.max}
      onDoubleClick={() => set(range.usual)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { x: event.clientX, width };
      }}
      onPointerMove={(event) => {
        if (drag.current) set(drag.current.width + sign() * (event.clientX - drag.current.x));
      }}
      onPointerUp={() => {
        drag.current = null;
      }}
      onKeyDown={(event) => {
        const steps: Record<string, number> = {
          ArrowRight: width + sign() * STEP,
          ArrowLeft: width - sign() * STEP,
          Home: range.min,
          End: range.max,
          Enter: range.usual,
        };
        const next = steps[event.key];
        if (next === undefined) return;
        event.preventDefault();
        set(next);
      }}
    />
  );
}
