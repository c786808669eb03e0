import { getConfig, validateConfiguration } from 'app-builder-lib/out/util/config/config.js';
import { DebugLogger } from 'builder-util';
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applicationClient, strategyClient } from '../shared/contract/client.ts';
import { PackedApplication } from './pack.test-support.ts';
import { ROOT } from './root.mjs';

const MEGABYTE = 1024 * 1024;

const folder = mkdtempSync(join(tmpdir(), 'valletta-packed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

const readConfiguration = (): ReturnType<typeof getConfig> => getConfig(ROOT, 'electron-builder.yml', null);

describe('the configuration of the packages', () => {
  test('is one that electron-builder knows', async () => {
    await expect(validateConfiguration(await readConfiguration(), new DebugLogger(false))).resolves.toBeUndefined();
    const misspelt = { ...(await readConfiguration()), asarUnpak: ['**'] };
    await expect(validateConfiguration(misspelt, new DebugLogger(false))).rejects.toThrow(/asarUnpak/);
  });

  test('is for three systems, opens strategies, publishes nothing and signs with nobody’s name', async () => {
    const { win, mac, linux, fileAssociations, publish, nsis } = await readConfiguration();
    const targets = [win, mac, linux].map((system) =>
      (system!.target as { readonly target: string }[]).map(({ target }) => target),
    );
    expect(targets).toEqual([
      ['nsis', 'portable'],
      ['dmg', 'zip'],
      ['AppImage', 'deb'],
    ]);
    expect(fileAssociations).toMatchObject([{ ext: 'strategy', role: 'Editor' }]);
    // Without which Windows does not take the association.
    expect(nsis?.perMachine).toBe(true);
    expect(publish).toBeNull();
    expect(mac?.identity).toBeNull();
  });

  test('gives each system its own storage, whichever system packs it', async () => {
    const { win, mac, linux } = await readConfiguration();
    const named = [win, mac, linux].flatMap((system) =>
      (system!.files as { readonly filter: readonly string[] }[]).flatMap(({ filter }) => filter),
    );
    const storage = (system: string): string => `node_modules/better-sqlite3/prebuilds/${system}-\${arch}.node`;
    expect(named).toEqual(['win32', 'darwin', 'linux'].map(storage));
    for (const pattern of named) {
      for (const arch of ['x64', 'arm64']) expect(existsSync(join(ROOT, pattern.replace('${arch}', arch)))).toBe(true);
    }
  });

  test('has icons of every size that a system asks for', () => {
    const icons = join(ROOT, 'resources', 'icons');
    const ico = readFileSync(join(icons, 'icon.ico'));
    const inIco = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => ico.readUInt8(6 + 16 * index) || 256);
    expect(inIco).toEqual([16, 24, 32, 48, 64, 128, 256]);
    const icns = readFileSync(join(icons, 'icon.icns'));
    expect(icns.readUInt32BE(4)).toBe(icns.length);
    expect(kindsOf(icns)).toEqual(['icp4', 'icp5', 'ic11', 'ic12', 'ic07', 'ic08', 'ic13', 'ic09', 'ic14', 'ic10']);
    for (const size of [16, 24, 32, 48, 64, 128, 256, 512, 1024]) {
      const png = readFileSync(join(icons, 'png', `${size}x${size}.png`));
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
    }
  });
});

/** The kinds of pictures in an .icns, each followed by its length. */
function kindsOf(icns: Buffer): string[] {
  const kinds: string[] = [];
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) kinds.push(icns.toString('latin1', at, at + 4));
  return kinds;
}

// The program that stands in for Electron's is one for Linux; the files are the same everywhere but for the storage.
describe.runIf(process.platform === 'linux')('the packed application', () => {
  let packed: PackedApplication;
  beforeAll(async () => {
    packed = await PackedApplication.pack(folder);
  }, 240_000);

  test('holds what runs, and no source, test or tool', () => {
    const files = packed.files();
    const kinds = [
      /^package\.json$/,
      /^dist\/electron\/[\w-]+\.js$/,
      /^dist\/electron\/preload\.cjs$/,
      /^dist\/(electron|renderer)\/licences\.md$/,
      /^dist\/renderer\/(index\.html|assets\/[\w.-]+\.(js|css|woff2))$/,
      /^resources\/(dictionaries|export|frameworks|locales)\/[\w./-]+$/,
      /^resources\/icons\/png\/512x512\.png$/,
      /^templates\/[\w./-]+\.(json|png|jpg)$/,
      /^node_modules\/better-sqlite3\/(package\.json|LICENSE|lib\/[\w/-]+\.js)$/,
      new RegExp(`^node_modules/better-sqlite3/prebuilds/linux-${process.arch}\\.node$`),
      /^node_modules\/hunspell-wasm\/(COPYING(\.\w+)?|wasm\/hunspell\.wasm)$/,
      /^node_modules\/dictionary-(en|es|fr|ru)\/(index\.aff|index\.dic|license)$/,
    ];
    expect(files.filter(({ path }) => !kinds.some((kind) => kind.test(path)))).toEqual([]);
    expect(kinds.filter((kind) => !files.some(({ path }) => kind.test(path)))).toEqual([]);
    expect(files.filter(({ path }) => /\.test|test-support/.test(path))).toEqual([]);
    expect(files.reduce((sum, { bytes }) => sum + bytes, 0) / MEGABYTE).toBeLessThan(30);
  });

  test('has its storage, which the operating system loads, outside the archive, and all else inside', async () => {
    const outside = packed.files().filter(({ isUnpacked }) => isUnpacked);
    expect(outside.every(({ path }) => path.startsWith('node_modules/better-sqlite3/'))).toBe(true);
    const storage = join(packed.unpacked, 'node_modules', 'better-sqlite3');
    const script = `console.log(new (require(${JSON.stringify(storage)}))(':memory:').pragma('user_version', { simple: true }))`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=commonjs', '-e', script], {
      cwd: '/',
    });
    expect(stdout.trim()).toBe('0');
  });

  test('has the fuses that keep others from running it as something else', () => {
    // RunAsNode off, EnableCookieEncryption on, EnableNodeOptionsEnvironmentVariable off, EnableNodeCliInspectArguments
    // off, EnableEmbeddedAsarIntegrityValidation on, OnlyLoadAppFromAsar on, LoadBrowserProcessSpecificV8Snapshot as
    // delivered, GrantFileProtocolExtraPrivileges off, and one more as delivered.
    expect(packed.fuses).toBe('010011001');
  });

  test('runs from its own files alone: commands, exports on their thread, spelling on its, and the page', async () => {
    const application = packed.extract(join(folder, 'extracted'));
    const file = join(folder, 'draft.strategy');
    await application.command('new', file, '--template', 'national', '--title', 'National strategy');
    await expect(application.command('info', file)).resolves.toMatchObject({ title: 'National strategy' });
    const { url, end } = await application.serve(file);
    try {
      const page = await fetch(url);
      expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
      const [, script] = /<script type="module"[^>]* src="([^"]+)"/.exec(await page.text()) ?? [];
      expect((await fetch(new URL(script!, url))).headers.get('content-type')).toContain('text/javascript');

      const key = new URLSearchParams(url.hash.slice(1)).get('key');
      const answer = await fetch(new URL('/session', url), { method: 'POST', body: JSON.stringify({ key }) });
      const process = { origin: url.origin, token: ((await answer.json()) as { token: string }).token };
      const client = applicationClient(process);
      for (const [language, word] of [
        ['en', 'colour'],
        ['en-US', 'color'],
        ['fr', 'stratégie'],
        ['es', 'víctimas'],
        ['ru', 'закон'],
        ['ar', 'كتاب'],
      ] as const) {
        const { dictionary, unknown } = await client.checkSpelling({
          language,
          words: [word, 'qqqxzq', 'ъъщъ', 'ضضضض'],
        });
        expect([dictionary?.source, unknown.includes(word)]).toEqual(['shipped', false]);
        expect(unknown).not.toEqual([]);
      }
      const strategy = strategyClient(process, url.pathname.split('/')[2]!);
      for (const format of ['docx', 'html', 'md', 'json']) {
        const target = join(folder, `draft.${format}`);
        // The process exports on its thread; a command would do so itself.
        await expect(strategy.exportTo({ file: target, include: ['coverage'] })).resolves.toMatchObject({
          file: target,
        });
        expect(existsSync(target)).toBe(true);
      }
    } finally {
      await end();
    }
    expect(readFileSync(join(folder, 'draft.docx')).subarray(0, 2).toString()).toBe('PK');
    await expect(application.command('check', file)).resolves.toMatchObject({ ok: true });
    await expect(application.startMain()).resolves.toBe('quit\n');
  }, 120_000);
});
