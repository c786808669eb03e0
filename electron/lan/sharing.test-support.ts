import { join as path } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Grant } from '../../shared/domain/membership.ts';
import type { Application, OpenStrategy } from '../application/application.ts';
import { temporaryApplication } from '../strategy.test-support.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { HostLink } from './host-link.ts';
import { parseInvitation } from './invitation.ts';
import { join, replicaNoteOf } from './join.ts';

export const LEAD: Grant = { role: 'lead', sections: [] };

/** A strategy that is shared, with a section to write in. */
export async function shared(): Promise<{ host: OpenStrategy; section: string; folder: string }> {
  const { application, folder } = temporaryApplication();
  application.profile.update(() => ({ person: { name: 'Lead', organisation: 'Cabinet Office' } }));
  const host = application.create(path(folder, 'host.strategy'), { title: 'A', template: 'action-plan' });
  await host.handlers.share({ listen: '127.0.0.1:0' });
  const { sections } = await host.workspace.outline();
  return { host, section: sections[0]!.id, folder };
}

export async function invited(host: OpenStrategy, grant: Grant, isPreApproved = true): Promise<string> {
  const { role, sections } = grant;
  return (await host.handlers.invite({ name: 'Justice', role, sections: [...sections], isPreApproved, hours: 1 }))
    .invitation;
}

export interface Guest {
  readonly application: Application;
  readonly workspace: Workspace;
  readonly link: HostLink;
}

/** Another machine that comes with an invitation. */
export async function come(text: string, onCode: (code: string) => void = () => {}): Promise<Guest> {
  const { application, folder } = temporaryApplication();
  const identity = await application.profile.identity;
  const invitation = parseInvitation(text);
  const standing = await join({ invitation, identity, person: { name: 'J', organisation: 'Justice' }, onCode });
  const file = path(folder, 'replica.strategy');
  const { workspace } = application.createReplica(file, standing.strategy, replicaNoteOf(invitation, standing));
  const link = await HostLink.open({ workspace, identity });
  onTestFinished(() => link.close());
  await link.whenInStep();
  return { application, workspace, link };
}
