import { useState } from 'react';
import type { MemberEntry } from '../../../shared/contract/sharing.ts';
import { InvitationView, type Invited } from './invitation-view.tsx';
import { InviteForm } from './invite-form.tsx';
import { MemberGrantForm } from './member-grant-form.tsx';
import { MemberRemoval } from './member-removal.tsx';
import { MemberView } from './member-view.tsx';

/** What the dialog of a strategy that is shared shows. */
type View =
  | { readonly kind: 'members' }
  | { readonly kind: 'invite'; readonly again: MemberEntry | null }
  | { readonly kind: 'invited'; readonly invited: Invited }
  | { readonly kind: 'grant' | 'removal'; readonly member: MemberEntry };

export interface HostViewsProps {
  /** Where this machine listens. */
  readonly address: string;
  readonly onClose: () => void;
}

/** Who takes part, and what the lead can do about it, one thing at a time. */
export function HostViews({ address, onClose }: HostViewsProps): React.ReactNode {
  const [view, setView] = useState<View>({ kind: 'members' });
  const toMembers = (): void => setView({ kind: 'members' });
  switch (view.kind) {
    case 'members':
      return (
        <MemberView
          address={address}
          onInvite={(again) => setView({ kind: 'invite', again })}
          onGrant={(member) => setView({ kind: 'grant', member })}
          onRemove={(member) => setView({ kind: 'removal', member })}
          onClose={onClose}
        />
      );
    case 'invite':
      return (
        <InviteForm
          again={view.again}
          onInvited={(invited) => setView({ kind: 'invited', invited })}
          onBack={toMembers}
        />
      );
    case 'invited':
      return <InvitationView invited={view.invited} onDone={toMembers} />;
    case 'grant':
      return <MemberGrantForm member={view.member} onDone={toMembers} />;
    case 'removal':
      return <MemberRemoval member={view.member} onDone={toMembers} />;
  }
}
