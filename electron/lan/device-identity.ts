import { createHash, createPrivateKey, createPublicKey, type KeyObject, type X509Certificate } from 'node:crypto';
import { DEVICE_BITS } from '../../shared/document/client-id.ts';

/** How a device shows itself to others over TLS, and who it is by that. */
export interface DeviceIdentity {
  /** SHA-256 of the public key's SPKI, DER; base64url, 43 characters. */
  readonly fingerprint: string;
  /** What its Yjs client ids carry; see {@link deviceOfFingerprint}. */
  readonly device: number;
  /** The device's P-256 key; PEM, PKCS #8. */
  readonly privateKey: string;
  /** Signed by that key itself; PEM. Made anew at every start: whoever trusts the device trusts its key. */
  readonly certificate: string;
}

/** @param privateKeyPem A P-256 key; PEM, PKCS #8. */
export async function createDeviceIdentity(privateKeyPem: string): Promise<DeviceIdentity> {
  // Loaded when it is needed: most people never share anything.
  const { createSelfSignedCertificate } = await import('./self-signed-certificate.ts');
  const privateKey = createPrivateKey(privateKeyPem);
  const fingerprint = fingerprintOfKey(privateKey);
  return {
    fingerprint,
    device: deviceOfFingerprint(fingerprint),
    privateKey: privateKeyPem,
    certificate: await createSelfSignedCertificate(privateKey),
  };
}

/** @param key The public key or the private one. */
export function fingerprintOfKey(key: KeyObject): string {
  const publicKey = key.type === 'private' ? createPublicKey(key) : key;
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64url');
}

/**
 * @param certificate From `getPeerX509Certificate`. What `getPeerCertificate` calls `pubkey` is no SPKI.
 * @returns Null when the peer has shown none.
 */
export function fingerprintOfCertificate(certificate: X509Certificate | undefined): string | null {
  return certificate === undefined ? null : fingerprintOfKey(certificate.publicKey);
}

/** The number of the device that has this fingerprint: 21 bits. Two devices may have the same. */
export function deviceOfFingerprint(fingerprint: string): number {
  return Buffer.from(fingerprint, 'base64url').readUInt32BE(0) % 2 ** DEVICE_BITS;
}
