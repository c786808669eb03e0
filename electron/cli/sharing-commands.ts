import { resolve } from 'node:path';
import { FailureError } from '../../shared/contract/failure.ts';
import type { strategyClient } from '../../shared/contract/client.ts';
import { ROLES } from '../../shared/domain/membership.ts';
import { userInfo } from 'node:os';
import type { MemberEntry } from '../../shared/contract/sharing.ts';
import { parseInvitation } from '../lan/invitation.ts';
import { join, replicaNoteOf } from '../lan/join.ts';
import { serve } from '../serve.ts';
import { assertFree } from '../workspace/copies.ts';
import { choice, optionalText, requiredText, UsageError, type Command, type CommandContext } from './command.ts';
import { accessStrategy } from './strategy-access.ts';
import { word } from './wording.ts';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

const hostCommand: Command = {
  name: 'host',
  usage: 'host FILE [--listen HOST:PORT]',
  options: { listen: text },
  positionals: [1, 1],
  async run(context) {
    const listen = optionalText(context, 'listen');
    const served = await serve({ file: context.positionals[0]!, port: 0 });
    try {
      const { handlers } = served.application.open(context.positionals[0]!);
      const shared = await handlers.share(listen === undefined ? {} : { listen });
      return { json: shared, lines: [word('cli.hosting', shared)], until: () => served.close() };
    } catch (error) {
      await served.close();
      throw error;
    }
  },
};

const inviteCommand: Command = {
  name: 'invite',
  usage:
    'invite FILE --name N --role lead|contributor|commenter|reader [--sections ID,ID] [--hours N] [--pre-approved]',
  options: { name: text, role: text, sections: text, hours: text, 'pre-approved': flag },
  positionals: [1, 1],
  async run(context) {
    const hours = Number(optionalText(context, 'hours') ?? '24');
    if (!(hours > 0 && hours <= 24)) throw new UsageError('bad-number', { option: '--hours' });
    const strategy = await accessStrategy(context.application, context.positionals[0]!);
    const invited = await strategy.invite({
      name: requiredText(context, 'name'),
      role: choice(context, 'role', ROLES),
      sections: listOf(optionalText(context, 'sections')),
      isPreApproved: context.values['pre-approved'] === true,
      hours,
    });
    return { json: invited, lines: [invited.invitation, word('cli.invited', invited)] };
  },
};

const membersCommand: Command = {
  name: 'members',
  usage: 'members FILE',
  options: {},
  positionals: [1, 1],
  async run(context) {
    const members = await (await accessStrategy(context.application, context.positionals[0]!)).members({});
    return { json: members, lines: members.map(lineOf) };
  },
};

const approveCommand = memberCommand('approve', (strategy, member) => strategy.approve({ member }));
const revokeCommand = memberCommand('revoke', (strategy, member) => strategy.revoke({ member }));

function memberCommand(
  name: 'approve' | 'revoke',
  run: (strategy: ReturnType<typeof strategyClient>, member: string) => Promise<MemberEntry>,
): Command {
  return {
    name,
    usage: `${name} FILE --member ID`,
    options: { member: text },
    positionals: [1, 1],
    async run(context) {
      const strategy = await accessStrategy(context.application, context.positionals[0]!);
      const entry = await run(strategy, requiredText(context, 'member'));
      return { json: entry, lines: [lineOf(entry)] };
    },
  };
}

const joinCommand: Command = {
  name: 'join',
  usage: 'join [INVITATION] FILE.strategy [--once] [--as NAME]',
  options: { once: flag, as: text },
  positionals: [1, 2],
  async run(context) {
    const { positionals, application, values } = context;
    const invitation = positionals.length === 2 ? parseInvitation(positionals[0]!) : null;
    const file = positionals.at(-1)!;
    const { workspace, sharing } = invitation
      ? await replicaFrom(context, invitation, file)
      : application.open(resolve(file));
    if (!workspace.replica) throw new FailureError('not-replica');
    let fail: (error: unknown) => void = () => {};
    const failed = new Promise<never>((_, reject) => (fail = reject));
    failed.catch(() => {});
    const isOnce = values['once'] === true;
    const link = await sharing.connect((failure) => {
      // Whoever stays may wait for the host; whoever is to be done at once may not.
      if (isOnce) fail(failure);
    });
    if (isOnce) await Promise.race([link.whenInStep(), failed]);
    const { documents, behind, refused } = link.state;
    return {
      json: { documents, behind, refused },
      lines: [word('cli.joined', { documents, behind, refused })],
      ...(isOnce ? {} : { until: async () => {} }),
    };
  },
};

async function replicaFrom(
  { application, values }: CommandContext,
  invitation: ReturnType<typeof parseInvitation>,
  file: string,
) {
  const { profile } = application;
  const name = typeof values['as'] === 'string' ? values['as'] : (profile.person?.name ?? userInfo().username);
  // Before the invitation is used up.
  assertFree(resolve(file));
  const standing = await join({
    invitation,
    identity: await profile.identity,
    person: { name, organisation: profile.person?.organisation ?? '' },
    onCode: (code) => console.error(word('cli.compare', { code })),
  });
  return application.createReplica(file, standing.strategy, replicaNoteOf(invitation, standing));
}

function listOf(names: string | undefined): string[] {
  return (names ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function lineOf({ member, name, role, state, code }: MemberEntry): string {
  return [member, name, word(`role.${role}`), word(`memberState.${state}`), code ?? ''].join('\t');
}

/** Commands of a strategy that is shared. */
export const sharingCommands: readonly Command[] = [
  hostCommand,
  inviteCommand,
  membersCommand,
  approveCommand,
  revokeCommand,
  joinCommand,
];
