import type { Client } from '../../shared/contract/methods.ts';
import type { joiningMethods, sharingMethods } from '../../shared/contract/sharing.ts';
import type { Joinings } from '../application/joinings.ts';
import { lanAddresses } from '../lan/lan-addresses.ts';
import type { Sharing } from '../lan/sharing.ts';

/** What can be asked about sharing one open strategy. */
export function createSharingHandlers(sharing: Sharing): Client<typeof sharingMethods> {
  const { host } = sharing;
  return {
    sharing: async () => sharing.state,
    seenArrived: async () => {
      sharing.forgetArrived();
      return {};
    },
    addresses: async () => ({ addresses: [...lanAddresses()] }),
    share: ({ listen }) => host.share(listen),
    stopSharing: async () => {
      await host.stop();
      return {};
    },
    invite: (order) => host.invite(order),
    members: async () => host.members(),
    approve: async ({ member }) => host.approve(member),
    revoke: async ({ member }) => host.revoke(member),
    grant: async ({ member, role, sections }) => host.grant(member, { role, sections }),
  };
}

/** What can be asked about joining strategies of other machines. */
export function createJoiningHandlers(joinings: Joinings): Client<typeof joiningMethods> {
  return {
    join: async ({ invitation }) => ({ joining: joinings.begin(invitation) }),
    joining: async ({ joining }) => joinings.find(joining),
    cancelJoining: async ({ joining }) => {
      joinings.cancel(joining);
      return {};
    },
  };
}
