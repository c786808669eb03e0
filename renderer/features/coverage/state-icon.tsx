import type { CoverageState } from '../../../shared/domain/coverage.ts';
import './state-icon.css';

export interface StateIconProps {
  readonly state: CoverageState;
  /** What the shape says, where no words stand beside it. */
  readonly label?: string;
}

/** Where a principle is answered, as a shape: told apart without colour. */
export function StateIcon({ state, label }: StateIconProps): React.ReactNode {
  const naming = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return <span className={`state-icon is-${state}`} {...naming} />;
}
