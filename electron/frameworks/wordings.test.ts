import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import type { Wording } from '../../shared/domain/wording.ts';
import { Wordings } from './wordings.ts';

const folder = mkdtempSync(join(tmpdir(), 'valletta-wordings-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const DUTIES: Wording = {
  framework: 'duties',
  language: 'en',
  source: 'Gazette 7',
  principles: [{ number: 1, wording: 'Lights are kept lit.' }],
};

test('F9: a wording is kept in the profile for this person alone, replaced and removed', () => {
  const onChange = vi.fn<() => void>();
  const wordings = new Wordings({ folder, onChange });
  expect(wordings.all()).toEqual([]);
  wordings.keep(DUTIES);
  expect(new Wordings({ folder, onChange }).all()).toEqual([DUTIES]);
  expect(statSync(join(folder, 'wordings', 'duties.json')).mode & 0o077).toBe(0);
  const later = { ...DUTIES, source: 'Gazette 8' };
  wordings.keep(later);
  wordings.keep({ ...DUTIES, framework: 'another' });
  expect(wordings.all().map(({ framework, source }) => [framework, source])).toEqual([
    ['another', 'Gazette 7'],
    ['duties', 'Gazette 8'],
  ]);
  wordings.remove('another');
  wordings.remove('never-there');
  expect(wordings.all()).toEqual([later]);
  expect(onChange).toHaveBeenCalledTimes(5);
});

test('a wording that was damaged is as if it were not there', () => {
  const wordings = new Wordings({ folder, onChange: () => {} });
  wordings.keep(DUTIES);
  writeFileSync(join(folder, 'wordings', 'broken.json'), '{');
  writeFileSync(join(folder, 'wordings', 'elsewhere.json'), JSON.stringify(DUTIES));
  expect(readdirSync(join(folder, 'wordings'))).toHaveLength(3);
  expect(wordings.all()).toEqual([DUTIES]);
});
