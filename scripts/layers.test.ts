import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const OXLINT = join(ROOT, 'node_modules', 'oxlint', 'bin', 'oxlint');
const LAYER_RULES = new Set(['eslint(no-restricted-imports)', 'import(no-nodejs-modules)']);

type Table = readonly (readonly [file: string, imports: readonly string[]])[];

/** What each layer must not import. */
const FORBIDDEN: Table = [
  ['shared/domain/planted.ts', ['../../electron/serve.ts', '../../renderer/main.tsx', '../../bench/main.ts']],
  ['shared/domain/planted.ts', ['electron', 'better-sqlite3', 'node:fs', 'node:sqlite', 'fs', 'path/posix', 'ws']],
  ['shared/domain/planted.ts', ['react', 'react/jsx-runtime', 'react-dom/client', '@tiptap/react']],
  ['shared/planted.ts', ['../electron/serve.ts', '../renderer/main.tsx']],
  ['shared/domain/planted.test.ts', ['../../electron/serve.ts', 'node:fs']],
  ['renderer/features/x/planted.tsx', ['../../../electron/serve.ts', 'electron', 'electron/renderer']],
  ['renderer/features/x/planted.tsx', ['node:fs', 'node:test', 'fs', 'better-sqlite3', '@hocuspocus/server']],
  ['renderer/planted.ts', ['../electron/serve.ts']],
  ['electron/hub/planted.ts', ['../../renderer/main.tsx', 'electron', 'electron/main', 'react', 'react-dom/server']],
  ['electron/planted.ts', ['../renderer/main.tsx', 'electron', '@tiptap/react']],
  ['electron/main.ts', ['../renderer/main.tsx', 'react']],
  ['electron/preload.ts', ['../renderer/main.tsx', 'react']],
  ['electron/shell/planted.ts', ['../../renderer/main.tsx', 'react-dom']],
];

/** What each layer is for, so that the rules above do not forbid everything. */
const ALLOWED: Table = [
  ['shared/domain/planted.ts', ['yjs', 'zod', '../document/schema.ts', '@tiptap/pm/model']],
  ['renderer/features/x/planted.tsx', ['react', '../../../shared/contract/methods.ts', '@tiptap/react']],
  ['electron/hub/planted.ts', ['node:fs', 'better-sqlite3', '../../shared/contract/methods.ts', '../serve.ts']],
  ['electron/main.ts', ['electron', 'node:path', './serve.ts']],
  ['electron/preload.ts', ['electron', '../shared/contract/desktop.ts']],
  ['electron/shell/planted.ts', ['electron', '../serve.ts']],
];

/** The ways to import; each is as forbidden as the others. */
const STATEMENTS: readonly ((imported: string, name: string) => string)[] = [
  (imported, name) => `import * as ${name} from '${imported}'; console.log(${name});`,
  (imported, name) => `import type { A as ${name} } from '${imported}'; console.log(null as ${name} | null);`,
  (imported) => `export * from '${imported}';`,
  (imported, name) => `export const ${name} = await import('${imported}');`,
];

/** One line of a planted file. */
interface Planted {
  readonly file: string;
  readonly imported: string;
  /** From 1. */
  readonly line: number;
  readonly code: string;
}

interface Report {
  readonly diagnostics: readonly {
    readonly code: string;
    readonly filename: string;
    readonly labels: readonly { readonly span: { readonly line: number } }[];
  }[];
}

/** @returns Where oxlint finds a rule of the layers broken, as `file:line`. */
function lint(folder: string, paths: readonly string[]): string[] {
  const { stdout } = spawnSync(process.execPath, [OXLINT, '--format=json', ...paths], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const { diagnostics } = JSON.parse(stdout) as Report;
  return diagnostics
    .filter(({ code }) => LAYER_RULES.has(code))
    .map(({ filename, labels }) => `${filename.replaceAll('\\', '/')}:${labels[0]?.span.line}`);
}

const folder = mkdtempSync(join(tmpdir(), 'valletta-layers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Gives every import of a table each way to import it, a line each, in the file that it belongs to. */
function plant(table: Table): Planted[] {
  const lines = new Map<string, string[]>();
  const planted = table.flatMap(([file, imports]) =>
    imports.flatMap((imported) =>
      STATEMENTS.map((statement): Planted => {
        const content = lines.get(file) ?? [];
        const line = content.length + 1;
        const code = statement(imported, `planted${line}`);
        lines.set(file, [...content, code]);
        return { file, imported, line, code };
      }),
    ),
  );
  for (const [file, content] of lines) {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    writeFileSync(join(folder, file), content.join('\n'));
  }
  return planted;
}

/** Lints the lines of a table, in an otherwise empty copy of the project. @returns Those that break a rule. */
function broken(table: Table): { planted: Planted[]; found: Planted[] } {
  copyFileSync(join(ROOT, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  const planted = plant(table);
  const places = new Set(lint(folder, []));
  return { planted, found: planted.filter(({ file, line }) => places.has(`${file}:${line}`)) };
}

describe('layers', () => {
  test('every forbidden import is found, however it is written', () => {
    const { planted, found } = broken(FORBIDDEN);
    expect(planted.length).toBeGreaterThan(FORBIDDEN.length * STATEMENTS.length);
    expect(found).toEqual(planted);
  });

  test('what a layer is made of is no offence', () => {
    expect(broken(ALLOWED).found).toEqual([]);
  });

  test('the sources keep to the layers', () => {
    expect(lint(ROOT, ['shared', 'electron', 'renderer'])).toEqual([]);
  });
});
