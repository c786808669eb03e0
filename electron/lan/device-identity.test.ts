import { createHash, createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Profile } from '../profile/profile.ts';
import { temporaryFolder } from '../strategy.test-support.ts';
import { deviceOfFingerprint, fingerprintOfCertificate, fingerprintOfKey } from './device-identity.ts';
import { createIdentity } from './lan.test-support.ts';

test('a certificate is of the device’s own key, signed by it, and names nobody', async () => {
  const identity = await createIdentity();
  const certificate = new X509Certificate(identity.certificate);
  const privateKey = createPrivateKey(identity.privateKey);
  expect(certificate.checkPrivateKey(privateKey)).toBe(true);
  expect(certificate.verify(createPublicKey(privateKey))).toBe(true);
  expect([certificate.subject, certificate.issuer]).toEqual(['CN=Valletta Workbench', 'CN=Valletta Workbench']);
  expect(certificate.subjectAltName).toBeUndefined();
  expect(certificate.validToDate.getUTCFullYear()).toBe(9999);
});

test('a fingerprint is the hash of the key’s SPKI, by whichever way one comes to it', async () => {
  const { fingerprint, privateKey, certificate } = await createIdentity();
  const key = createPrivateKey(privateKey);
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
  expect(fingerprint).toBe(createHash('sha256').update(spki).digest('base64url'));
  expect(fingerprintOfKey(key)).toBe(fingerprint);
  expect(fingerprintOfCertificate(new X509Certificate(certificate))).toBe(fingerprint);
  expect(fingerprintOfCertificate(undefined)).toBeNull();
});

test('the device’s number follows from its fingerprint, in the profile as at the host', async () => {
  const folder = join(temporaryFolder(), 'profile');
  const profile = Profile.load(folder);
  const identity = await profile.identity;
  expect(identity.device).toBe(profile.device);
  expect(deviceOfFingerprint(identity.fingerprint)).toBe(profile.device);
  expect((await Profile.load(folder).identity).fingerprint).toBe(identity.fingerprint);
  expect(await profile.identity).toBe(identity);
});
