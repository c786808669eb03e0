import type { LucideIcon } from 'lucide-react';
import './banner.css';

export interface BannerProps {
  readonly icon: LucideIcon;
  readonly isFailed?: boolean;
  /** What has happened, in a few words. */
  readonly title?: string;
  readonly text: string;
  /** Buttons to do something about it. */
  readonly children?: React.ReactNode;
}

/** Says across the page what happened, what is safe and what to do, for as long as it holds. */
export function Banner({ icon: Icon, isFailed = false, title, text, children }: BannerProps): React.ReactNode {
  return (
    <div className={isFailed ? 'banner is-failed' : 'banner'} role="alert">
      <Icon aria-hidden />
      <p>
        {title !== undefined && <strong>{title} </strong>}
        {text}
      </p>
      {children}
    </div>
  );
}
