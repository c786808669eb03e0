import type { sharingMethods } from '../../shared/contract/sharing.ts';
import type { Client } from '../../shared/contract/methods.ts';
import type { Host } from '../lan/host.ts';

/** What can be asked about sharing one open strategy. */
export function createSharingHandlers(host: Host): Client<typeof sharingMethods> {
  return {
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
