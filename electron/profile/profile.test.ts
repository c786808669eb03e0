import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../strategy.test-support.ts';
import { Profile } from './profile.ts';

test('the device keeps its key and number, and nobody else may read them', () => {
  const folder = join(temporaryFolder(), 'profile');
  const { device } = Profile.load(folder);
  expect(Profile.load(folder).device).toBe(device);
  expect(device).toBeGreaterThanOrEqual(0);
  expect(device).toBeLessThan(2 ** 21);
  const key = join(folder, 'device-key.pem');
  expect(readFileSync(key, 'utf8')).toContain('BEGIN PRIVATE KEY');
  if (process.platform !== 'win32') {
    expect(statSync(key).mode & 0o077).toBe(0);
    expect(statSync(folder).mode & 0o077).toBe(0);
  }
  expect(Profile.load(join(temporaryFolder(), 'other')).device).not.toBe(device);
});

test('who one is is remembered; settings that cannot be read are asked for again', () => {
  const folder = join(temporaryFolder(), 'profile');
  const profile = Profile.load(folder);
  expect(profile.person).toBeNull();
  profile.update(() => ({ person: { name: 'Legal adviser', organisation: 'Ministry of Justice' } }));
  expect(Profile.load(folder).person).toEqual({ name: 'Legal adviser', organisation: 'Ministry of Justice' });
  for (const broken of ['{', '[]', '{"person": 3}']) {
    writeFileSync(join(folder, 'settings.json'), broken);
    expect(Profile.load(folder).person).toBeNull();
  }
});

test('two processes of one person keep what the other has changed; what cannot be written changes nothing', () => {
  const folder = join(temporaryFolder(), 'profile');
  const [one, other] = [Profile.load(folder), Profile.load(folder)];
  one.update(() => ({ person: { name: 'Legal adviser', organisation: 'Ministry of Justice' } }));
  other.update(() => ({ sampleMade: true }));
  expect(Profile.load(folder).settings).toMatchObject({ person: { name: 'Legal adviser' }, sampleMade: true });
  expect(other.person).toEqual({ name: 'Legal adviser', organisation: 'Ministry of Justice' });

  rmSync(folder, { recursive: true });
  expect(() => one.update(() => ({ person: null }))).toThrow(/ENOENT/);
  expect(one.person).not.toBeNull();
});
