import { spawn, type ChildProcess } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createInterface } from 'node:readline';
import { createDeviceIdentity } from '../../electron/lan/device-identity.ts';
import { parseInvitation } from '../../electron/lan/invitation.ts';
import { join } from '../../electron/lan/join.ts';
import { Participant } from '../../electron/lan/participant.test-support.ts';
import { syncSocket, SYNC_URL } from '../../electron/lan/sync-socket.ts';
import { BUILT_CLI } from '../measure/built-application.ts';
import { endProcess, type Workplace } from '../measure/workplace.ts';
import { LightClient } from './light-client.ts';

/** Whoever answers for documents: stock Hocuspocus, or a machine that shares a strategy. */
export interface Host {
  readonly pid: number;
  /** Somebody connected to it from here; ends with the benchmark. */
  client(): Promise<LightClient>;
}

/** Hocuspocus as it comes, without storage, encryption or rights, in a process of its own. */
export async function startStock(workplace: Workplace): Promise<Host> {
  const script = fileURLToPath(new URL('stock-host.ts', import.meta.url));
  const child: ChildProcess = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
  workplace.onEnd(() => endProcess(child));
  const [line] = (await once(createInterface({ input: child.stdout! }), 'line')) as [string];
  const { port } = JSON.parse(line) as { port: number };
  return {
    pid: child.pid!,
    client: async () => {
      const client = new LightClient({ url: `ws://127.0.0.1:${port}`, device: null });
      workplace.onEnd(() => client.close());
      return client;
    },
  };
}

/** A machine that shares a strategy, in a process of its own, with its file on disk. */
export async function startHost(workplace: Workplace, file: string): Promise<Host & { readonly machine: Participant }> {
  const machine = new Participant({
    folder: workplace.folder,
    name: 'host',
    file,
    face: ['host', '--listen', '127.0.0.1:0'],
    skew: 0,
    cli: BUILT_CLI,
  });
  await machine.start();
  workplace.onEnd(() => machine.kill());
  return {
    machine,
    pid: machine.pid,
    client: async () => {
      const invitation = parseInvitation(await invitationTo(machine, 'Member'));
      const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const identity = await createDeviceIdentity(privateKey.export({ type: 'pkcs8', format: 'pem' }) as string);
      await join({ invitation, identity, person: { name: 'Member', organisation: 'Office' }, onCode: () => {} });
      const WebSocketPolyfill = syncSocket({ ...invitation, identity });
      const client = new LightClient({ url: SYNC_URL, WebSocketPolyfill, device: identity.device });
      workplace.onEnd(() => client.close());
      return client;
    },
  };
}

/** A machine that has joined, in a process of its own, with a copy on disk. */
export async function startReplica(workplace: Workplace, host: Participant, name: string): Promise<Participant> {
  const machine = new Participant({
    folder: workplace.folder,
    name,
    face: ['serve', '--no-open'],
    skew: 0,
    cli: BUILT_CLI,
  });
  await machine.command('join', await invitationTo(host, name), machine.file, '--once', '--as', name);
  await machine.start();
  workplace.onEnd(() => machine.kill());
  return machine;
}

/** An invitation of a lead who is let in at once. */
export async function invitationTo({ client }: Participant, name: string): Promise<string> {
  const { invitation } = await client.invite({ name, role: 'lead', sections: [], isPreApproved: true, hours: 1 });
  return invitation;
}
