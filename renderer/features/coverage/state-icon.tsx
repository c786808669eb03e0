import type { CoverageState } from '../../../shared/domain/coverage.ts';

export interface StateIconProps {
  readonly state: CoverageState;
  /** What the shape says, where no words stand beside it. */
  readonly label?: string;
}

/** Where a principle is answered, as a shape: told apart without colour. */
export function StateIcon({ state, label }: StateIconProps): React.ReactNode {
  const naming = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <svg className={`state-icon is-${state}`} viewBox="0 0 12 12" focusable="false" {...naming}>
      {shapeOf(state)}
    </svg>
  );
}

function shapeOf(state: CoverageState): React.ReactNode {
  switch (state) {
    case 'text':
      return <circle className="by-text" cx="6" cy="6" r="5" />;
    case 'action':
      return <rect className="by-action" x="1.5" y="1.5" width="9" height="9" rx="1.5" />;
    case 'both':
      return (
        <>
          <path className="by-text" d="M6 1a5 5 0 0 0 0 10z" />
          <path className="by-action" d="M6.5 1.5h4v9h-4z" />
        </>
      );
    case 'set-aside':
      return (
        <>
          <circle className="set-aside" cx="6" cy="6" r="4.25" />
          <path className="set-aside" d="M3.5 6h5" />
        </>
      );
    case 'none':
      return <circle className="not-yet" cx="6" cy="6" r="4" />;
  }
}
