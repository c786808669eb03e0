import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import type { WebSocket } from 'ws';
import type { MemberEntry, SharingState } from '../../shared/contract/sharing.ts';
import { FailureError } from '../../shared/contract/failure.ts';
import { mayWrite } from '../../shared/document/rights.ts';
import type { Grant } from '../../shared/domain/membership.ts';
import { Members, type Member } from '../storage/members.ts';
import type { Author } from '../storage/strategy-file.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { formatAddress, parseAddress, type Address } from './address.ts';
import { answerComment } from './comment-messages.ts';
import { comparisonCode } from './comparison-code.ts';
import type { DeviceIdentity } from './device-identity.ts';
import { CommentLimit, FlowLimit } from './flow-limit.ts';
import type { Standing } from './host-replies.ts';
import { pictureDesk } from './host-pictures.ts';
import { formatInvitation } from './invitation.ts';
import { DEFAULT_PORT, lanAddresses } from './lan-addresses.ts';
import { LanServer, type PairRequest } from './lan-server.ts';
import { answerPictures } from './picture-messages.ts';
import { createSecret } from './secret.ts';

export interface HostOptions {
  readonly workspace: Workspace;
  /** Made when something is shared for the first time. */
  readonly identity: () => Promise<DeviceIdentity>;
  /** The person of this device. */
  readonly author: () => Author;
  /** Somebody has come, gone, or been given something else. */
  readonly onChange?: () => void;
}

export interface NewInvitation extends Grant {
  readonly name: string;
  readonly isPreApproved: boolean;
  readonly hours: number;
}

const HOUR = 3_600_000;

/** Where somebody wants to listen. */
interface Wanted {
  readonly host: string;
  /** 0 for any that is free, null where none is said. */
  readonly port: number | null;
}

/** To write, that is. */
const NOTHING: Grant = { role: 'reader', sections: [] };

/** The side of a strategy that others join: who they are, what they may do, and the listener that lets them in. */
export class Host {
  readonly #options: HostOptions;
  readonly #members: Members;
  #server: LanServer<Member> | null = null;
  #address: Address | null = null;
  #listening: Promise<Address> | null = null;
  /** How many sockets each member has. */
  readonly #connected = new Map<string, number>();
  /** By the fingerprint of the device, so that coming anew is no way around it. */
  readonly #comments = new Map<string, CommentLimit>();
  /** What each device that is in may do, as it is now: what it has sent before a change is held against it, too. */
  readonly #grants = new Map<string, Grant>();

  constructor(options: HostOptions) {
    this.#options = options;
    this.#members = new Members(options.workspace.file, options.author().device);
  }

  /**
   * Lets others in. Where it already does so, nothing changes.
   * @param listen `host:port`, or `host` alone for the port where the strategy was shared last; without it, where
   * this machine is on the local network.
   * @throws FailureError when this machine does not answer for the strategy, or cannot listen there.
   */
  async share(listen?: string): Promise<{ address: string; fingerprint: string }> {
    this.#assertHost();
    const wanted = parseListen(listen ?? lanAddresses()[0]!);
    this.#listening ??= this.#listen(wanted).catch((error: unknown) => {
      this.#listening = null;
      throw error;
    });
    const address = await this.#listening;
    const { fingerprint } = await this.#options.identity();
    return { address: formatAddress(address), fingerprint };
  }

  async #listen({ host, port }: Wanted): Promise<Address> {
    const identity = await this.#options.identity();
    const listen = (at: number): Promise<LanServer<Member>> =>
      LanServer.listen<Member>({
        identity,
        address: host,
        port: at,
        pair: (request) => this.#pair(request, identity.fingerprint),
        membership: (fingerprint) => this.#standing(this.#members.ofDevice(fingerprint)),
        admit: (fingerprint) => this.#members.active(fingerprint),
        connected: (socket, request, member) => this.#connect(socket, request, member),
        pictures: (member) =>
          pictureDesk({ workspace: this.#options.workspace, grant: member, device: member.device! }),
      });
    this.#server = await listen(port ?? this.#usualPort()).catch((error: unknown) => {
      // Another strategy is shared there, as a rule.
      if (port === null && isPortTaken(error)) return listen(0);
      throw error;
    });
    this.#address = { host, port: this.#server.port };
    this.#noteUsualPort(this.#server.port);
    this.#options.onChange?.();
    return this.#address;
  }

  /** Where the strategy was shared last, which is where others look for it. */
  #usualPort(): number {
    const { db } = this.#options.workspace.file;
    return Number(db.prepare(`SELECT value FROM meta WHERE key = 'port'`).pluck().get() ?? DEFAULT_PORT);
  }

  #noteUsualPort(port: number): void {
    if (port === this.#usualPort()) return;
    const { db } = this.#options.workspace.file;
    this.#write(() => db.prepare(`INSERT OR REPLACE INTO meta (key, value) VALUES ('port', ?)`).run(String(port)));
  }

  async stop(): Promise<void> {
    // One that is just beginning to listen would go on.
    await this.#listening?.catch(() => {});
    const server = this.#server;
    this.#server = null;
    this.#address = null;
    this.#listening = null;
    await server?.close();
    this.#options.onChange?.();
  }

  get state(): Exclude<SharingState, { kind: 'replica' }> {
    if (!this.#address) return { kind: 'alone' };
    const pending = this.#members.list().filter(({ state }) => state === 'pending').length;
    return { kind: 'host', address: formatAddress(this.#address), connected: this.#connected.size, pending };
  }

  /** @returns The invitation as text; its secret is kept nowhere else. */
  async invite({
    name,
    role,
    sections,
    isPreApproved,
    hours,
  }: NewInvitation): Promise<{ invitation: string; member: string; expires: string }> {
    this.#assertHost();
    const known = new Set((await this.#options.workspace.outline()).sections.map(({ id }) => id));
    const unknown = sections.find((section) => !known.has(section));
    if (unknown !== undefined) throw new FailureError('section-unknown', { section: unknown });
    const { fingerprint } = await this.#options.identity();
    const secret = createSecret();
    const expires = Date.now() + hours * HOUR;
    const { id } = this.#write(() => this.#members.invite({ name, role, sections, isPreApproved, expires }, secret));
    const addresses = this.#address
      ? [this.#address]
      : lanAddresses().map((host): Address => ({ host, port: this.#usualPort() }));
    const invitation = formatInvitation({ addresses, fingerprint, secret });
    return { invitation, member: id, expires: new Date(expires).toISOString() };
  }

  members(): MemberEntry[] {
    return this.#members.list().map(entryOf);
  }

  approve(member: string): MemberEntry {
    return this.#changed(this.#write(() => this.#members.approve(member)));
  }

  revoke(member: string): MemberEntry {
    return this.#changed(this.#write(() => this.#members.revoke(member)));
  }

  grant(member: string, grant: Grant): MemberEntry {
    return this.#changed(this.#write(() => this.#members.change(member, grant)));
  }

  /** A member who is connected comes anew, and is told how it stands then. */
  #changed(member: Member): MemberEntry {
    const { fingerprint } = member;
    if (fingerprint !== null) {
      this.#grants.set(fingerprint, this.#members.active(fingerprint) ?? NOTHING);
      this.#server?.drop(fingerprint);
    }
    this.#options.onChange?.();
    return entryOf(member);
  }

  #pair({ secret, fingerprint, device, organisation }: PairRequest, host: string): Promise<Standing> {
    const code = comparisonCode({ secret, host, device: fingerprint });
    const member = this.#write(() => this.#members.arrive({ secret, fingerprint, device, organisation, code }));
    this.#options.onChange?.();
    return this.#standing(member);
  }

  async #standing(member: Member | null): Promise<Standing> {
    if (member?.state === 'pending') return { state: 'pending' };
    if (member?.state !== 'active') throw new FailureError('membership-unknown');
    const { id, role, sections } = member;
    const { title } = await this.#options.workspace.outline();
    return {
      state: 'active',
      member: id,
      strategy: this.#options.workspace.file.strategy,
      title,
      grant: { role, sections },
      writers: [this.#options.author(), ...this.#members.list().flatMap((each) => authorOf(each) ?? [])],
    };
  }

  #connect(socket: WebSocket, request: IncomingMessage, member: Member): void {
    const author = authorOf(member)!;
    const { hub } = this.#options.workspace;
    const fingerprint = member.fingerprint!;
    this.#grants.set(fingerprint, member);
    const grant = (): Grant => this.#grants.get(fingerprint)!;
    const limit = new FlowLimit();
    const comments = this.#comments.get(fingerprint) ?? new CommentLimit();
    this.#comments.set(fingerprint, comments);
    hub.connect(socket, request, {
      author,
      rights: {
        device: author.device,
        mayWrite: (document) => mayWrite(grant(), document),
        mayCreate: () => grant().role === 'lead',
      },
      answer: async (message) => {
        const { workspace } = this.#options;
        if (comments.count())
          return answerPictures(workspace, message) ?? answerComment(workspace, message, author, grant());
        socket.terminate();
        return null;
      },
    });
    socket.on('message', (data: Buffer) => {
      if (!limit.count(data.length)) socket.terminate();
    });
    this.#saw(member);
    this.#count(member, 1);
    socket.on('close', () => {
      this.#saw(member);
      this.#count(member, -1);
    });
  }

  #count({ id }: Member, change: 1 | -1): void {
    const count = (this.#connected.get(id) ?? 0) + change;
    if (count === 0) this.#connected.delete(id);
    else this.#connected.set(id, count);
    this.#options.onChange?.();
  }

  #saw({ id }: Member): void {
    try {
      this.#members.saw(id);
    } catch {
      // A full disk, or a file that has been closed: it says less about when somebody was there.
    }
  }

  #assertHost(): void {
    if (this.#options.workspace.replica !== null) throw new FailureError('not-host');
  }

  #write<T>(change: () => T): T {
    return this.#options.workspace.hub.write(change);
  }
}

function parseListen(listen: string): Wanted {
  if (isListenable(listen)) return { host: listen, port: null };
  const isFree = listen.endsWith(':0');
  const address = parseAddress(isFree ? `${listen.slice(0, -1)}1` : listen);
  if (!address || !isListenable(address.host)) throw new FailureError('address-form', { address: listen });
  return isFree ? { ...address, port: 0 } : address;
}

/** An address of one network card: neither a name, nor all that there are. */
function isListenable(host: string): boolean {
  return isIP(host) !== 0 && !/^[0:.]+$/.test(host);
}

function isPortTaken(error: unknown): boolean {
  return error instanceof FailureError && error.failure.type === 'port-taken';
}

function authorOf({ device, name, organisation }: Member): Author | null {
  return device === null ? null : { device, name, organisation };
}

function entryOf({ id, name, role, sections, state, code, seen }: Member): MemberEntry {
  return {
    member: id,
    name,
    role,
    sections,
    state,
    code,
    lastSeen: seen === null ? null : new Date(seen).toISOString(),
  };
}
