import { timingSafeEqual } from 'node:crypto';
import { connect, type TLSSocket } from 'node:tls';
import { FailureError } from '../../shared/contract/failure.ts';
import { formatAddress, type Address } from './address.ts';
import { fingerprintOfCertificate, type DeviceIdentity } from './device-identity.ts';
import type { HostRoute } from './invitation.ts';

/** Until somebody who is there has answered, in milliseconds. */
const CONNECT_TIMEOUT = 5000;

export interface PinnedOptions extends Address {
  /** Of the key that the other side must show. */
  readonly fingerprint: string;
  /** What this side shows. */
  readonly identity: DeviceIdentity;
  readonly signal?: AbortSignal | undefined;
  /** For connecting and for the handshake together, in milliseconds. */
  readonly timeout?: number | undefined;
}

/**
 * Connects by TLS 1.3 to whoever holds the key of `fingerprint`, and to nobody else. The key is compared
 * before the socket is handed over, so that not one byte of what is to be said goes to another host.
 *
 * Names, dates and issuers of certificates count for nothing, and `checkServerIdentity` is of no use: it
 * is not called for certificates that nobody vouches for. There is no session to resume, because a
 * resumed one shows no certificate.
 *
 * @throws FailureError of type `host-unreachable`, `host-silent`, `host-other` or `cancelled`.
 */
export function connectPinned(options: PinnedOptions): Promise<TLSSocket> {
  const { host, port, fingerprint, identity, signal, timeout = CONNECT_TIMEOUT } = options;
  const address = formatAddress(options);
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(new FailureError('cancelled'));
      return;
    }
    const socket = connect({
      host,
      port,
      cert: identity.certificate,
      key: identity.privateKey,
      minVersion: 'TLSv1.3',
      rejectUnauthorized: false,
      // Said to everybody on the way, in clear.
      servername: '',
    });
    const settle = (failure: FailureError | null): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      if (failure === null) {
        resolve(socket);
      } else {
        socket.destroy();
        reject(failure);
      }
    };
    const abort = (): void => settle(new FailureError('cancelled'));
    const timer = setTimeout(() => settle(new FailureError('host-silent', { address })), timeout);
    signal?.addEventListener('abort', abort);
    // Stays, for errors before whoever gets the socket listens.
    socket.on('error', (error: NodeJS.ErrnoException) => settle(connectFailure(error, address)));
    socket.once('close', () => settle(new FailureError('host-unreachable', { address })));
    socket.once('secureConnect', () => {
      const isHost = isFingerprint(fingerprintOfCertificate(socket.getPeerX509Certificate()), fingerprint);
      settle(isHost ? null : new FailureError('host-other', { address }));
    });
  });
}

/**
 * Connects to the first of the host's addresses that answers with its key, tried in turn.
 * @throws FailureError as {@link connectPinned} does: what tells most of all that went wrong.
 */
export async function connectHost(
  { addresses, fingerprint }: HostRoute,
  identity: DeviceIdentity,
  signal?: AbortSignal,
): Promise<TLSSocket> {
  const failures: FailureError[] = [];
  for (const address of addresses) {
    try {
      return await connectPinned({ ...address, fingerprint, identity, signal });
    } catch (error) {
      if (!(error instanceof FailureError) || error.failure.type === 'cancelled') throw error;
      failures.push(error);
    }
  }
  throw (
    failures.find(({ failure }) => failure.type === 'host-other') ??
    failures.find(({ failure }) => failure.type === 'host-silent') ??
    failures[0] ??
    new RangeError('A host has at least one address.')
  );
}

/** What speaks, but not TLS 1.3, is no host. */
function connectFailure({ code = '' }: NodeJS.ErrnoException, address: string): FailureError {
  return new FailureError(/^(ERR_SSL|EPROTO)/.test(code) ? 'host-other' : 'host-unreachable', { address });
}

function isFingerprint(given: string | null, expected: string): boolean {
  const [a, b] = [Buffer.from(given ?? ''), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
