import { ProgressBar } from 'react-aria-components';

export interface ProgressProps {
  readonly label: string;
  readonly value: number;
  /** Of `value` when it is done; 100 where that is a percentage. */
  readonly all?: number;
  /** How far it has come, in words; the percentage unless said otherwise. */
  readonly words?: string;
}

/** How far something has come that takes its time. */
export function Progress({ label, value, all = 100, words }: ProgressProps): React.ReactNode {
  return (
    <ProgressBar
      className="progress"
      aria-label={label}
      value={value}
      maxValue={all}
      {...(words === undefined ? {} : { valueLabel: words })}
    >
      {({ percentage, valueText }) => (
        <>
          <span>
            {label} <span className="muted">{valueText}</span>
          </span>
          <span className="track">
            <span className="fill" style={{ display: 'block', inlineSize: `${percentage ?? 0}%` }} />
          </span>
        </>
      )}
    </ProgressBar>
  );
}
