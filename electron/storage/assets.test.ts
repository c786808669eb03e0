import { expect, test } from 'vitest';
import { FailureError } from '../../shared/contract/failure.ts';
import { png } from '../png.test-support.ts';
import { temporaryApplication } from '../strategy.test-support.ts';
import { join } from 'node:path';
import { readImageHeader } from './image-header.ts';

const GIF = Buffer.concat([Buffer.from('GIF89a'), Buffer.from([5, 0, 7, 0, 0, 0, 0])]);
/** A start, a comment of two bytes, filling, a frame of 3 lines by 4 columns. */
const JPEG = Buffer.from([
  0xff, 0xd8, 0xff, 0xfe, 0, 4, 1, 2, 0xff, 0xff, 0xc2, 0, 17, 8, 0, 3, 0, 4, 3, 0, 0, 0, 0, 0, 0,
]);

function newWorkspace() {
  const { application, folder } = temporaryApplication();
  return application.create(join(folder, 'a.strategy'), { title: 'A', template: 'national' }).workspace;
}

test('a picture says by itself what it is and how large', () => {
  expect(readImageHeader(png(40, 20))).toEqual({ mediaType: 'image/png', width: 40, height: 20 });
  expect(readImageHeader(GIF)).toEqual({ mediaType: 'image/gif', width: 5, height: 7 });
  expect(readImageHeader(JPEG)).toEqual({ mediaType: 'image/jpeg', width: 4, height: 3 });
});

test('what ends too early, is empty or is something else is no picture', () => {
  for (const bytes of [png(40, 20), GIF, JPEG]) {
    for (let length = 0; length < 8; length++) expect(readImageHeader(bytes.subarray(0, length))).toBeNull();
  }
  expect(readImageHeader(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>'))).toBeNull();
  expect(readImageHeader(png(0, 20))).toBeNull();
  expect(readImageHeader(Buffer.alloc(64, 0xff))).toBeNull();
});

test('a picture is kept once, by the hash of its bytes, and is there again', () => {
  const { assets } = newWorkspace();
  const kept = assets.keep(png(40, 20));
  expect(assets.keep(png(40, 20))).toEqual(kept);
  expect(assets.read(kept.hash)).toMatchObject({ width: 40, height: 20, mediaType: 'image/png' });
  expect(assets.read(kept.hash)?.bytes.equals(png(40, 20))).toBe(true);
  expect([...assets.all().keys()]).toEqual([kept.hash]);
  expect(assets.read('none')).toBeNull();
});

test('what is no picture, is too large or finds no room is refused, and nothing is kept of it', () => {
  const workspace = newWorkspace();
  const { db } = workspace.file;
  const refused = (bytes: Buffer): string => {
    try {
      workspace.keepAsset(bytes);
    } catch (error) {
      if (error instanceof FailureError) return error.failure.type;
    }
    return 'kept';
  };
  expect(refused(Buffer.from('a letter'))).toBe('picture-unknown');
  expect(refused(Buffer.concat([png(1, 1), Buffer.alloc(20 * 1024 * 1024)]))).toBe('picture-too-large');
  db.pragma(`max_page_count = ${db.pragma('page_count', { simple: true }) as number}`);
  expect(refused(Buffer.concat([png(1, 1), Buffer.alloc(500_000)]))).toBe('storage-failed');
  expect(workspace.hub.failure).toBe('SQLITE_FULL');
  expect(workspace.assets.all().size).toBe(0);
});
