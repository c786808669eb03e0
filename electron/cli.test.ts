import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { cliPath, kill, serveFile } from './hub/served-process.test-support.ts';
import { StrategyFile } from './storage/strategy-file.ts';
import { temporaryFolder } from './strategy.test-support.ts';

interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly error: string;
}

function terminal(): {
  folder: string;
  home: string;
  valletta: (...args: string[]) => Run;
  json: <T>(...args: string[]) => T;
} {
  const folder = temporaryFolder();
  const home = join(folder, 'home');
  const valletta = (...args: string[]): Run => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [cliPath, ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, VALLETTA_HOME: home },
    });
    return { status, out: stdout, error: stderr };
  };
  const json = <T>(...args: string[]): T => {
    const run = valletta(...args, '--json');
    expect(run.error).toBe('');
    return JSON.parse(run.out) as T;
  };
  return { folder, home, valletta, json };
}

interface Block {
  id: string;
  section: string;
  index: number;
  kind: string;
  text: string;
  tags: unknown[];
}

test('a strategy is created, tagged, covered and checked from the command line, in the promised shapes', () => {
  const { valletta, json, folder } = terminal();
  const info = json<{ sections: object[] }>(
    'new',
    'a.strategy',
    '--template',
    'national',
    '--title',
    'Draft',
    '--locale',
    'fr',
  );
  expect(info).toMatchObject({ title: 'Draft', template: 'national', locale: 'fr', schemaVersion: 2 });
  expect(info.sections).toHaveLength(16);
  expect(Object.keys(info.sections[0]!)).toEqual(['id', 'title', 'owner', 'status', 'words', 'blocks']);
  expect(json('info', 'a.strategy')).toEqual(info);

  const blocks = json<Block[]>('blocks', 'a.strategy');
  expect(Object.keys(blocks[0]!)).toEqual(['id', 'section', 'index', 'kind', 'text', 'tags']);
  const heading = blocks[0]!;
  expect(json<Block[]>('blocks', 'a.strategy', '--section', heading.section).length).toBeLessThan(blocks.length);

  const tag = json(
    'tag',
    'a.strategy',
    '--block',
    heading.id,
    '--principle',
    '14',
    '--strength',
    'partial',
    '--reason',
    'why',
    '--as',
    'Legal',
  );
  expect(tag).toMatchObject({
    block: heading.id,
    framework: 'valletta-2025',
    principle: 14,
    strength: 'partial',
    reason: 'why',
    by: 'Legal',
  });
  expect(json<Block[]>('blocks', 'a.strategy')[0]!.tags).toHaveLength(1);

  expect(json('set-aside', 'a.strategy', '--principle', '29', '--reason', 'No region', '--as', 'Lead')).toMatchObject({
    principle: 29,
    reason: 'No region',
    by: 'Lead',
  });
  const coverage = json<{
    framework: string;
    principles: { number: number; state: string; reason: string | null; inScope: boolean }[];
    gaps: number[];
  }>('coverage', 'a.strategy', '--csv', 'c.csv');
  expect(coverage.principles).toHaveLength(42);
  expect(Object.keys(coverage.principles[0]!)).toEqual([
    'number',
    'title',
    'group',
    'inScope',
    'state',
    'paragraphs',
    'mentions',
    'actions',
    'sections',
    'suspect',
    'reason',
  ]);
  expect(coverage.principles[13]).toMatchObject({
    number: 14,
    state: 'text',
    paragraphs: [heading.id],
    sections: [heading.section],
  });
  expect(coverage.principles[28]).toMatchObject({ state: 'set-aside', reason: 'No region' });
  expect(coverage.principles[40]).toMatchObject({ inScope: false, state: 'none' });
  expect(coverage.gaps).not.toContain(14);
  expect(coverage.gaps).not.toContain(41);
  expect(coverage.gaps).toHaveLength(36);
  expect(readFileSync(join(folder, 'c.csv'), 'utf8').trim().split('\r\n')).toHaveLength(43);

  expect(json('set-aside', 'a.strategy', '--principle', '29', '--withdraw')).toEqual({ withdrawn: true });
  expect(json('untag', 'a.strategy', '--block', heading.id, '--principle', '14')).toEqual({ removed: true });
  expect(json('check', 'a.strategy')).toEqual({ ok: true, problems: [] });
  const exported = json<{ file: string; bytes: number; warnings: string[] }>('export', 'a.strategy', 'out.docx');
  expect(readFileSync(exported.file).length).toBe(exported.bytes);
  expect(valletta('export', 'a.strategy', 'out.docx', '--edition', 'public').status).toBe(1);
}, 60_000);

test('what cannot be done says so in one sentence and changes nothing; wrong usage is told apart', () => {
  const { valletta, folder } = terminal();
  expect(valletta('new', 'a.strategy', '--template', 'national').status).toBe(0);
  const before = readFileSync(join(folder, 'a.strategy'));
  writeFileSync(join(folder, 'letter.strategy'), 'not a strategy');
  const refused: [string[], number][] = [
    [['new', 'a.strategy', '--template', 'national'], 1],
    [['info', 'none.strategy'], 1],
    [['info', 'letter.strategy'], 1],
    [['tag', 'a.strategy', '--block', 'nope', '--principle', '14'], 1],
    [['tag', 'a.strategy', '--block', 'nope', '--principle', '99'], 1],
    [['coverage', 'a.strategy', '--framework', 'nope'], 1],
    [['set-aside', 'a.strategy', '--principle', '4', '--reason', '  '], 1],
    [['set-aside', 'a.strategy', '--principle', '4', '--withdraw'], 1],
    [['set-aside', 'a.strategy', '--principle', '4', '--withdraw', '--reason', 'Both.'], 2],
    [['coverage', 'a.strategy', '--csv', 'a.strategy'], 1],
    [['coverage', 'a.strategy', '--csv', join('no', 'c.csv')], 1],
    [['export', 'a.strategy', 'out.pdf'], 1],
    [['export', 'a.strategy', 'out.xlsx'], 1],
    [['plan', 'a.strategy'], 1],
    [['suggest', 'a.strategy'], 1],
    [['join', 'x'], 1],
    [['new', 'b.strategy', '--template', 'national', '--title', '  '], 1],
    [['new', 'b.strategy', '--template', 'national', '--locale', 'no language'], 1],
    [['new', 'b.strategy'], 2],
    [['new', 'b.strategy', '--template', 'other'], 2],
    [['tag', 'a.strategy', '--block', 'x'], 2],
    [['tag', 'a.strategy', '--block', 'x', '--principle', 'x'], 2],
    [['nonsense'], 2],
    [['info'], 2],
    [['info', 'a.strategy', '--wrong'], 2],
  ];
  for (const [args, status] of refused) {
    const run = valletta(...args);
    expect([args, run.status]).toEqual([args, status]);
    expect(run.out).toBe('');
    expect(run.error.trim().split('\n')).toHaveLength(1);
    expect(run.error).not.toMatch(/\{\{|failure\.|usage\.|at .*\.ts/);
  }
  expect(readFileSync(join(folder, 'a.strategy')).equals(before)).toBe(true);
  expect(existsSync(join(folder, 'b.strategy'))).toBe(false);
}, 60_000);

test('a framework that is not there is refused with those that are', () => {
  const { valletta } = terminal();
  expect(valletta('new', 'a.strategy', '--template', 'national').status).toBe(0);
  const { status, error } = valletta('coverage', 'a.strategy', '--framework', 'nope');
  expect(status).toBe(1);
  expect(error).toContain('valletta-2025, un-gcts-pillars');
}, 60_000);

test('a file that is open elsewhere is used through the process that has it open', async () => {
  const { valletta, json, folder, home } = terminal();
  valletta('new', 'a.strategy', '--template', 'action-plan');
  const served = await serveFile(join(folder, 'a.strategy'), home);
  onTestFinished(() => kill(served));
  const [block] = json<Block[]>('blocks', 'a.strategy');
  json('tag', 'a.strategy', '--block', block!.id, '--principle', '8', '--as', 'Lead');
  expect(json<Block[]>('blocks', 'a.strategy')[0]!.tags).toHaveLength(1);
  expect(json<{ url: string }>('serve', 'a.strategy', '--no-open').url).toContain(served.origin);
  // From another profile there is nobody to ask.
  mkdirSync(join(folder, 'other'));
  const stranger = spawnSync(process.execPath, [cliPath, 'info', 'a.strategy'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, VALLETTA_HOME: join(folder, 'other') },
  });
  expect(stranger.status).toBe(1);
  expect(stranger.stderr).toContain('open in another program');
  await kill(served);
  expect(json('check', 'a.strategy')).toEqual({ ok: true, problems: [] });
}, 60_000);

test.skipIf(process.platform === 'win32')('what a full disk has left behind opens on that disk', () => {
  const { folder, json } = terminal();
  json('new', 'a.strategy', '--template', 'national', '--title', 'Draft');
  const path = join(folder, 'a.strategy');
  const file = StrategyFile.open(path);
  file.db.pragma('wal_autocheckpoint = 0');
  file.db.prepare("INSERT INTO meta (key, value) VALUES ('scratch', ?)").run('x'.repeat(400_000));
  // What a process that is killed leaves: the file, and more in its log than there is room for in the file.
  const left = join(folder, 'left.strategy');
  copyFileSync(path, left);
  copyFileSync(`${path}-wal`, `${left}-wal`);
  file.close();
  const halfKilobytes = Math.ceil(statSync(left).size / 512) + 8;
  expect(statSync(`${left}-wal`).size).toBeGreaterThan(halfKilobytes * 512);
  const { stdout, stderr } = spawnSync(
    'sh',
    [
      '-c',
      `trap '' XFSZ; ulimit -f ${halfKilobytes}; exec "$0" "$@"`,
      process.execPath,
      cliPath,
      'info',
      left,
      '--json',
    ],
    { encoding: 'utf8', env: { ...process.env, VALLETTA_HOME: join(folder, 'home') } },
  );
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toMatchObject({ title: 'Draft' });
  const after = StrategyFile.open(left);
  expect(after.db.prepare("SELECT length(value) FROM meta WHERE key = 'scratch'").pluck().get()).toBe(400_000);
  after.close();
});

test('of two processes that want one name, one gets it, and nothing of its file is touched', async () => {
  const { folder, home } = terminal();
  const make = (): Promise<number | null> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, [cliPath, 'new', 'a.strategy', '--template', 'national'], {
        cwd: folder,
        env: { ...process.env, VALLETTA_HOME: home },
      });
      child.on('exit', resolve);
    });
  const codes = await Promise.all([make(), make(), make()]);
  expect(codes.sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual([0, 1, 1]);
  expect(readdirSync(folder).filter((name) => name.startsWith('a.'))).toEqual(['a.strategy']);
});

test('a text is brought in from the command line: as sections, into one, or not at all', () => {
  const { valletta, json, folder } = terminal();
  json('new', 'a.strategy', '--template', 'action-plan');
  writeFileSync(
    join(folder, 'draft.md'),
    '# Aims\n\nText with a note[^1].\n\n## Part\n\n# Courts\n\n![map](m.png)\n\n[^1]: The Act',
  );
  const result = json<{ sections: string[]; blocks: number; dropped: unknown[] }>(
    'import',
    'draft.md',
    '--into',
    'a.strategy',
  );
  expect(result).toEqual({
    sections: [expect.any(String), expect.any(String)],
    blocks: 3,
    dropped: [{ what: 'picture', count: 1 }],
  });
  const blocks = json<Block[]>('blocks', 'a.strategy');
  const own = blocks.filter(({ section }) => result.sections.includes(section));
  expect(own.map(({ kind, text }) => [kind, text])).toEqual([
    ['paragraph', 'Text with a note.'],
    ['heading', 'Part'],
    ['paragraph', 'map'],
  ]);
  const info = json<{ sections: { id: string; title: string }[] }>('info', 'a.strategy');
  expect(info.sections.slice(-2)).toMatchObject([{ title: 'Aims' }, { title: 'Courts' }]);

  const into = json<{ sections: string[] }>(
    'import',
    'draft.md',
    '--into',
    'a.strategy',
    '--section',
    result.sections[1]!,
  );
  expect(into.sections).toEqual([result.sections[1]]);
  const grown = json<Block[]>('blocks', 'a.strategy', '--section', result.sections[1]!);
  expect(grown.map(({ text }) => text)).toEqual(['map', 'Aims', 'Text with a note.', 'Part', 'Courts', 'map']);

  const before = readFileSync(join(folder, 'a.strategy'));
  writeFileSync(join(folder, 'latin.txt'), Buffer.from('Élection', 'latin1'));
  for (const [source, said] of [
    ['none.md', 'none.md'],
    ['latin.txt', 'UTF-8'],
    ['a.strategy', '.strategy'],
  ]) {
    const run = valletta('import', source!, '--into', 'a.strategy');
    expect([run.status, run.out]).toEqual([1, '']);
    expect(run.error).toContain(said);
  }
  expect(valletta('import', 'draft.md', '--into', 'a.strategy', '--section', 'nowhere').status).toBe(1);
  expect(valletta('import', 'draft.md', '--into', 'a.strategy', '--split-level', '9').status).toBe(2);
  for (const ending of ['html', 'md', 'json']) {
    expect(json<{ bytes: number }>('export', 'a.strategy', `out.${ending}`).bytes).toBeGreaterThan(500);
    expect(readFileSync(join(folder, `out.${ending}`), 'utf8')).toContain('Text with a note');
  }
  expect(json('check', 'a.strategy')).toEqual({ ok: true, problems: [] });
  expect(json<Block[]>('blocks', 'a.strategy')).toHaveLength(blocks.length + 5);
  expect(before.length).toBeGreaterThan(0);
});

test('npm starts it in the checkout, and a path is meant from where the person is', () => {
  const { folder, home } = terminal();
  const env = { ...process.env, VALLETTA_HOME: home, npm_lifecycle_event: 'valletta', INIT_CWD: folder };
  const args = [cliPath, 'new', 'a.strategy', '--template', 'action-plan'];
  expect(spawnSync(process.execPath, args, { cwd: join(folder, '..'), env }).status).toBe(0);
  expect(existsSync(join(folder, 'a.strategy'))).toBe(true);
});
