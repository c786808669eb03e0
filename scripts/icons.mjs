import { chromium } from '@playwright/test';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium as findChromium } from './chromium.mjs';
import { runScript } from './plain-failure.mjs';
import { ROOT } from './root.mjs';

const FOLDER = join(ROOT, 'resources', 'icons');
/** Pixels; the largest is what macOS shows on a dense screen. */
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
/** A size of an .ico is one byte, where 0 stands for 256. */
const ICO_SIZES = SIZES.filter((size) => size <= 256);
/** Kinds of pictures in an .icns, and their pixels; some are the same picture for a dense screen. */
const ICNS_KINDS = /** @type {const} */ ([
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic13', 256],
  ['ic09', 512],
  ['ic14', 512],
  ['ic10', 1024],
]);

// Draws the icons of every platform from icon.svg. The results are committed, because not everybody who packs has a browser.
await runScript(async () => {
  const pictures = await draw(readFileSync(join(FOLDER, 'icon.svg'), 'utf8'));
  mkdirSync(join(FOLDER, 'png'), { recursive: true });
  for (const [size, bytes] of pictures) writeFileSync(join(FOLDER, 'png', `${size}x${size}.png`), bytes);
  writeFileSync(join(FOLDER, 'icon.ico'), ico(pictures));
  writeFileSync(join(FOLDER, 'icon.icns'), icns(pictures));
  return 0;
});

/**
 * @param {string} svg
 * @returns {Promise<ReadonlyMap<number, Buffer>>} PNG by size.
 */
async function draw(svg) {
  const browser = await chromium.launch({ executablePath: await findChromium(), args: ['--no-sandbox'] });
  try {
    /** @type {Map<number, Buffer>} */
    const pictures = new Map();
    for (const size of SIZES) {
      const page = await browser.newPage({ viewport: { width: size, height: size } });
      await page.setContent(
        `<style>body { margin: 0 } svg { display: block; width: 100vw; height: 100vh }</style>${svg}`,
      );
      pictures.set(size, await page.screenshot({ omitBackground: true }));
      await page.close();
    }
    return pictures;
  } finally {
    await browser.close();
  }
}

/** @param {ReadonlyMap<number, Buffer>} pictures */
function ico(pictures) {
  const images = ICO_SIZES.map((size) => ({ size, bytes: of(pictures, size) }));
  const head = Buffer.alloc(6 + 16 * images.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.length, 4);
  let offset = head.length;
  for (const [index, { size, bytes }] of images.entries()) {
    const at = 6 + 16 * index;
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(bytes.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += bytes.length;
  }
  return Buffer.concat([head, ...images.map(({ bytes }) => bytes)]);
}

/** @param {ReadonlyMap<number, Buffer>} pictures */
function icns(pictures) {
  const parts = ICNS_KINDS.map(([kind, size]) => chunk(kind, of(pictures, size)));
  return chunk('icns', Buffer.concat(parts));
}

/**
 * @param {string} kind
 * @param {Buffer} content
 */
function chunk(kind, content) {
  const head = Buffer.alloc(8);
  head.write(kind, 'latin1');
  head.writeUInt32BE(head.length + content.length, 4);
  return Buffer.concat([head, content]);
}

/**
 * @param {ReadonlyMap<number, Buffer>} pictures
 * @param {number} size
 */
function of(pictures, size) {
  const bytes = pictures.get(size);
  if (!bytes) throw new Error(`There is no picture of ${size} pixels.`);
  return bytes;
}
