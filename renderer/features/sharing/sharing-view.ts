import type { SharingState } from '../../../shared/contract/sharing.ts';

/** How a strategy stands to other machines, as it is worth a word. */
export type SharingView =
  | { readonly kind: 'alone' }
  | { readonly kind: 'host'; readonly connected: number; readonly pending: number }
  | { readonly kind: 'in-step' }
  /** Connected, with something still on its way. */
  | { readonly kind: 'catching-up' }
  | { readonly kind: 'offline'; readonly waiting: number }
  | { readonly kind: 'unreachable'; readonly since: Date }
  | { readonly kind: 'not-reached' }
  | { readonly kind: 'refused'; readonly refused: number }
  /** The host lets this device in no more. */
  | { readonly kind: 'out' };

/** What weighs most: being cut off, then what the host did not take, then what has not reached it. */
export function viewOfSharing(sharing: SharingState): SharingView {
  switch (sharing.kind) {
    case 'alone':
      return sharing;
    case 'host':
      return { kind: 'host', connected: sharing.connected, pending: sharing.pending };
    case 'replica': {
      const { isConnected, disconnectedAt, behind, waiting, refused, failure } = sharing;
      if (failure?.type === 'membership-unknown') return { kind: 'out' };
      if (refused > 0) return { kind: 'refused', refused };
      if (isConnected) return { kind: behind + waiting > 0 ? 'catching-up' : 'in-step' };
      if (waiting > 0) return { kind: 'offline', waiting };
      return disconnectedAt === null
        ? { kind: 'not-reached' }
        : { kind: 'unreachable', since: new Date(disconnectedAt) };
    }
  }
}
