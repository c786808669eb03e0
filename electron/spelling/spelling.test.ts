import { existsSync, readdirSync, readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { FailureError } from '../../shared/contract/failure.ts';
import { spelledWords } from '../../shared/domain/spelled-words.ts';
import { Profile } from '../profile/profile.ts';
import { SHIPPED_DICTIONARIES } from '../resources.ts';
import { temporaryFolder } from '../strategy.test-support.ts';
import { SpellingThread } from './spelling-thread.ts';
import { Spelling } from './spelling.ts';

interface Made {
  readonly spelling: Spelling;
  readonly folder: string;
  readonly changes: () => number;
}

function makeSpelling(folder = temporaryFolder(), systemFolders: readonly string[] = []): Made {
  let changes = 0;
  const spelling = new Spelling({ profile: Profile.load(folder), onChange: () => changes++, systemFolders });
  onTestFinished(() => spelling.close());
  return { spelling, folder, changes: () => changes };
}

/** The misspelt words of a text. */
async function misspelt(spelling: Spelling, language: string, text: string): Promise<readonly string[]> {
  return (
    await spelling.check(
      language,
      spelledWords(text, language).map(({ word }) => word),
    )
  ).unknown;
}

function file(name: string, text: string, encoding: BufferEncoding = 'utf8'): { name: string; bytes: Uint8Array } {
  return { name, bytes: Buffer.from(text, encoding) };
}

const KOI8 = Uint8Array.from([0xcd, 0xc9, 0xd2]);

describe('the dictionaries that ship', () => {
  const TEXTS: readonly (readonly [language: string, right: string, wrong: readonly string[]])[] = [
    [
      'en',
      "Organisations don't recognise naïve counter-terrorism; they’re in cafés, etc. UN-led organizations, refoulement.",
      ['recieve', 'organizashun', 'counter-terorism', 'dont’t'],
    ],
    ['en-US', 'The color of organizations', ['colour', 'organisation']],
    [
      'fr',
      'L’organisation n’est qu’aujourd’hui l’État, c’est-à-dire les États-Unis ; le cœur dévoué.',
      ['gouvernemant', 'l’organization', 'dévelopement'],
    ],
    ['es', 'La organización podrá dárselo a sí misma; ¿cuándo?', ['organizasion', 'estratégia']],
    ['ru', 'Стратегия противодействия терроризму: ёлка и еще елка, по-русски.', ['стратигия', 'тероризма']],
    ['ar', 'مكافحة الإرهاب وبالحكومة والاستراتيجية الوطنية مُكافَحة', ['الحكمومة', 'الستراتيجية']],
  ];

  test.each(TEXTS)('%s: right words are known, also with affixes, and wrong ones are not', async (...row) => {
    const [language, right, wrong] = row;
    const { spelling } = makeSpelling();
    expect(await misspelt(spelling, language, right)).toEqual([]);
    expect(await misspelt(spelling, language, wrong.join(' '))).toEqual(wrong);
  });

  test('lie beside their licences, unchanged', () => {
    for (const folder of SHIPPED_DICTIONARIES.values())
      expect(readFileSync(join(folder, 'license'), 'utf8').length).toBeGreaterThan(500);
  });

  test('suggest what was meant, with the apostrophe that was written', async () => {
    const { spelling } = makeSpelling();
    expect(await spelling.suggest('en', 'recieve')).toContain('receive');
    expect(await spelling.suggest('fr', 'l’organization')).toContain('l’organisation');
    expect(await spelling.suggest('ar', 'الحكمومة')).toContain('الحكومة');
    expect(await spelling.suggest('ru', 'стратигия')).toContain('стратегия');
  });
});

describe('the dictionary of a language', () => {
  test('is that of the region, or else of any', async () => {
    const { spelling } = makeSpelling();
    const used = async (language: string): Promise<string | undefined> =>
      (await spelling.check(language, [])).dictionary?.language;
    expect(await Promise.all(['en', 'en-AU', 'en-US', 'fr-CA', 'ar-EG'].map(used))).toEqual([
      'en-GB',
      'en-GB',
      'en-US',
      'fr',
      'ar',
    ]);
  });

  test('may be missing, and then nothing is wrong', async () => {
    const { spelling } = makeSpelling();
    expect(await spelling.check('pt', ['xyzzy'])).toEqual({ dictionary: null, unknown: [] });
    expect(await spelling.suggest('pt', 'xyzzy')).toEqual([]);
  });

  test('may be the system’s', async () => {
    const system = temporaryFolder();
    writeFileSync(join(system, 'pt_PT.aff'), 'SET UTF-8\n');
    writeFileSync(join(system, 'pt_PT.dic'), '1\nestratégia\n');
    writeFileSync(join(system, 'th_pt_PT.aff'), 'no pair');
    const { spelling } = makeSpelling(temporaryFolder(), [system, join(system, 'missing')]);
    expect(await spelling.check('pt', ['estratégia', 'estrategia'])).toMatchObject({
      dictionary: { id: 'system:pt-PT' },
      unknown: ['estrategia'],
    });
  });
});

describe('own words', () => {
  test('are known in every language, with what an apostrophe adds, and suggested', async () => {
    const { spelling, changes } = makeSpelling();
    expect((await spelling.check('en', ['Maravia'])).unknown).toEqual(['Maravia']);
    await spelling.addOwnWord('Maravia');
    expect((await spelling.check('en', ['Maravia', 'Maravia’s', 'Maravia-wide', 'MARAVIA'])).unknown).toEqual([]);
    expect((await spelling.check('fr', ['Maravia', 'd’Maravia'])).unknown).toEqual([]);
    expect(await spelling.suggest('en', 'Maravai')).toContain('Maravia');
    await spelling.removeOwnWord('Maravia');
    expect((await spelling.check('en', ['Maravia', 'Maravia’s'])).unknown).toEqual(['Maravia', 'Maravia’s']);
    expect(changes()).toBe(2);
  });

  test('outlive the process', async () => {
    const { spelling, folder } = makeSpelling();
    await spelling.addOwnWord('Maravia');
    await spelling.close();
    expect((await makeSpelling(folder).spelling.check('en', ['Maravia'])).unknown).toEqual([]);
  });
});

describe('installing', () => {
  test('a dictionary of another encoding, in the place of an older one, and removing it again', async () => {
    const { spelling, changes } = makeSpelling();
    const affixes = file('uk_UA.aff', 'SET KOI8-R\nSFX A Y 1\nSFX A 0 \xc1 .\n', 'latin1');
    const words = { name: 'uk_UA.dic', bytes: Buffer.concat([Buffer.from('1\n'), KOI8, Buffer.from('/A\n')]) };
    expect(await spelling.install([words, affixes])).toMatchObject({ id: 'installed:uk-UA', source: 'installed' });
    expect((await spelling.check('uk', ['мир', 'мира', 'миру', 'Łódź'])).unknown).toEqual(['миру', 'Łódź']);
    expect(await spelling.suggest('uk', 'миру')).toContain('мир');
    await spelling.install([file('uk_UA.aff', 'SET UTF-8'), file('uk_UA.dic', '1\nмиру')]);
    expect((await spelling.check('uk', ['мир', 'миру'])).unknown).toEqual(['мир']);
    await spelling.remove('installed:uk-UA');
    expect((await spelling.check('uk', ['мир'])).dictionary).toBeNull();
    expect(changes()).toBe(3);
  });

  const good = file('de_DE.aff', 'SET UTF-8\n');
  const list = file('de_DE.dic', '1\nWort\n');
  const refused: readonly (readonly [what: string, files: readonly ReturnType<typeof file>[], failure: object])[] = [
    ['one file only', [good], { type: 'dictionary-pair' }],
    ['two names', [good, file('de.dic', '1\nWort')], { type: 'dictionary-pair' }],
    [
      'a name that is no language',
      [file('index.aff', ''), file('index.dic', '1\nWort')],
      { type: 'dictionary-language', values: { name: 'index' } },
    ],
    [
      'an encoding that nobody knows',
      [file('de_DE.aff', '# German\nSET KLINGON\n'), list],
      { type: 'dictionary-encoding', values: { file: 'de_DE.aff', line: 2, encoding: 'KLINGON' } },
    ],
    [
      'letters that are not in its encoding',
      [good, file('de_DE.dic', '2\nWort\nW\xf6rter\n', 'latin1')],
      { type: 'dictionary-letters', values: { file: 'de_DE.dic', line: 3, encoding: 'UTF-8' } },
    ],
    [
      'a list without its length',
      [good, file('de_DE.dic', 'Wort\n')],
      { type: 'dictionary-count', values: { file: 'de_DE.dic' } },
    ],
    [
      'a rule that breaks off',
      [file('de_DE.aff', 'SET UTF-8\nSFX A Y 2\nSFX A 0 e .\nSFX B Y 1\n'), list],
      { type: 'dictionary-rule', values: { file: 'de_DE.aff', line: 4 } },
    ],
    ['a list of nothing', [good, file('de_DE.dic', '0\n')], { type: 'dictionary-unusable', values: { name: 'de_DE' } }],
  ];

  test.each(refused)('%s is refused', async (_what, files, failure) => {
    const { spelling, folder, changes } = makeSpelling();
    const error: unknown = await spelling.install(files).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(FailureError);
    expect((error as FailureError).failure).toMatchObject(failure);
    expect(existsSync(join(folder, 'dictionaries')) ? readdirSync(join(folder, 'dictionaries')) : []).toEqual([]);
    expect(changes()).toBe(0);
  });

  test('the dictionaries that ship are not for removing', async () => {
    const { spelling } = makeSpelling();
    await expect(spelling.remove('shipped:fr')).rejects.toThrow('dictionary-unknown');
    expect(existsSync(join(SHIPPED_DICTIONARIES.get('fr')!, 'index.aff'))).toBe(true);
  });
});

describe('the thread', () => {
  test('a dictionary that goes wrong is a failure, and the others go on', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'dictionaries'));
    writeFileSync(join(folder, 'dictionaries', 'de.aff'), 'SET KLINGON\n');
    writeFileSync(join(folder, 'dictionaries', 'de.dic'), '1\nWort\n');
    const { spelling } = makeSpelling(folder);
    await expect(spelling.check('de', ['Wort'])).rejects.toThrow('dictionary-damaged');
    expect((await spelling.check('en', ['teh'])).unknown).toEqual(['teh']);
  });

  test('begins with the first question, and ends with the process for good', async () => {
    const thread = new SpellingThread();
    onTestFinished(() => thread.close());
    expect(thread.isRunning).toBe(false);
    await Promise.all([thread.start(), thread.start()]);
    expect(thread.isRunning).toBe(true);
    await thread.close();
    expect(thread.isRunning).toBe(false);
    await expect(thread.ask({ type: 'add', word: 'late' })).rejects.toThrow('spelling-failed');
    const { spelling } = makeSpelling();
    const asked = [spelling.check('en', ['teh']), spelling.check('fr', ['teh']), spelling.check('en', ['taht'])];
    const answered = Promise.allSettled(asked);
    await spelling.close();
    expect((await answered).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    await expect(spelling.check('en', ['teh'])).rejects.toThrow('spelling-failed');
  });

  test('that breaks answers nobody, says so, and can be begun again', async () => {
    const complaint = vi.spyOn(console, 'error').mockImplementation(() => {});
    onTestFinished(() => complaint.mockRestore());
    const script = `import { parentPort } from 'node:worker_threads';
      parentPort.on('message', ({ type, number }) => {
        if (type === 'check') throw new Error('broken');
        parentPort.postMessage({ number, words: [], error: null });
      });`;
    const thread = new SpellingThread(new URL(`data:text/javascript,${encodeURIComponent(script)}`));
    onTestFinished(() => thread.close());
    for (let round = 0; round < 2; round++) {
      await thread.start();
      await expect(thread.ask({ type: 'check', dictionary: 'x', words: ['a'] })).rejects.toThrow('spelling-failed');
      expect(thread.isRunning).toBe(false);
    }
    expect(complaint).toHaveBeenCalledTimes(2);
  });

  test('more languages than are kept open are all checked', async () => {
    const { spelling } = makeSpelling();
    const languages = [...SHIPPED_DICTIONARIES.keys(), ...SHIPPED_DICTIONARIES.keys()];
    for (const language of languages)
      expect((await spelling.check(language, ['qqqq', 'кккк', 'ككككك'])).unknown).not.toEqual([]);
  });
});
