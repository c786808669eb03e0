import { createPublicKey, type KeyObject } from 'node:crypto';
import { KeyUsageFlags, KeyUsagesExtension, X509CertificateGenerator } from '@peculiar/x509';

/** The same for every device: a certificate names neither a person nor an organisation. */
const SUBJECT = 'CN=Valletta Workbench';
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
/** Nobody looks at these dates, and no clock that is wrong shall matter. The latter is RFC 5280's for "never". */
const VALIDITY = { notBefore: new Date('2020-01-01T00:00:00Z'), notAfter: new Date('9999-12-31T23:59:59Z') };

/**
 * A certificate of a key that nobody but the key itself vouches for.
 * @param privateKey P-256.
 * @returns PEM.
 */
export async function createSelfSignedCertificate(privateKey: KeyObject): Promise<string> {
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: SUBJECT,
    ...VALIDITY,
    // The package's types know the keys of browsers only.
    keys: {
      privateKey: privateKey.toCryptoKey(ALGORITHM, false, ['sign']) as never,
      publicKey: createPublicKey(privateKey).toCryptoKey(ALGORITHM, true, ['verify']) as never,
    },
    signingAlgorithm: ALGORITHM,
    extensions: [new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true)],
  });
  return certificate.toString('pem');
}
