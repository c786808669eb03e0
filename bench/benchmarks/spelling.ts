import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HUNSPELL_WASM, SHIPPED_DICTIONARIES } from '../../electron/resources.ts';
import { loadHunspell, type Hunspell } from '../../electron/spelling/hunspell.ts';
import { applicationClient } from '../../shared/contract/client.ts';
import { MOST_WORDS } from '../../shared/contract/spelling.ts';
import type { NodeJson } from '../../shared/document/schema.ts';
import { isNeverChecked, spelledWords } from '../../shared/domain/spelled-words.ts';
import { serve } from '../browser/strategy-window.ts';
import { writeLargeStrategy } from '../large-strategy.ts';
import { information, ratioWithin, type Benchmark } from '../measure/benchmark.ts';
import { interleave } from '../measure/interleave.ts';
import { median } from '../measure/statistics.ts';
import { EVEN, SMALL } from '../sizes.ts';

const ROUNDS = 7;
const WORDS = 100_000;
/** One word in so many is misspelt. */
const MISSPELT = 20;
/** The way through the socket, to the thread and back included. */
const MOST_TIMES_BARE = 4;
const DICTIONARY = SHIPPED_DICTIONARIES.get('en-GB')!;

/** Checking words, each of them another one, as a window asks; and the words of a whole strategy. */
export const spelling: Benchmark = {
  name: 'spelling',
  about: 'checking 100,000 words',
  async run(workplace) {
    const file = workplace.path('small.strategy');
    writeLargeStrategy(file, SMALL);
    const served = await serve(workplace, file, workplace.createHome());
    const { checkSpelling } = applicationClient(served);
    const ask = async (words: readonly string[]): Promise<number> => {
      let unknown = 0;
      for (let at = 0; at < words.length; at += MOST_WORDS) {
        const answer = await checkSpelling({ language: 'en-GB', words: words.slice(at, at + MOST_WORDS) });
        unknown += answer.unknown.length;
      }
      return unknown;
    };
    const words = differentWords();
    const bare = await openBare();
    const text = textOf(
      writeLargeStrategy(workplace.path('large.strategy'), EVEN).sections.flatMap(({ nodes }) => nodes),
    );
    // Both dictionaries are open, and the engines warm, before the clock runs.
    const unknown = await ask(words);
    words.forEach((word) => bare.spell(word));
    const times = await interleave(ROUNDS, {
      bare: () => timed(() => words.forEach((word) => bare.spell(word))),
      asked: () => timed(() => ask(words)),
      text: () => timed(() => ask(distinctWords(text))),
    });
    const [bareTime, askedTime, textTime] = [median(times.bare), median(times.asked), median(times.text)];
    return [
      ratioWithin(
        'spelling: asked / Hunspell alone',
        `${words.length} different words, ${unknown} unknown: ${askedTime.toFixed(0)} ms, alone ${bareTime.toFixed(0)} ms`,
        askedTime / bareTime,
        MOST_TIMES_BARE,
      ),
      information('spelling: a whole strategy', `${WORDS} words of text, divided and asked: ${textTime.toFixed(0)} ms`),
    ];
  },
};

async function openBare(): Promise<Hunspell> {
  const open = await loadHunspell(readFileSync(HUNSPELL_WASM));
  return open({
    affixes: readFileSync(join(DICTIONARY, 'index.aff')),
    words: readFileSync(join(DICTIONARY, 'index.dic')),
  });
}

/** Words of the dictionary, some of them with a letter too many. */
function differentWords(): string[] {
  const entries = readFileSync(join(DICTIONARY, 'index.dic'), 'utf8').split('\n').slice(1);
  const words = new Set(entries.map((entry) => entry.split('/')[0]!.trim()).filter((word) => !isNeverChecked(word)));
  const right = [...words].slice(0, WORDS);
  return right.map((word, index) => (index % MISSPELT === 0 ? `${word.slice(0, 2)}q${word.slice(2)}` : word));
}

function distinctWords(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap((text) => spelledWords(text, 'en-GB').map(({ word }) => word)))];
}

/** The texts of the innermost blocks. */
function textOf(nodes: readonly NodeJson[]): string[] {
  return nodes.flatMap(({ text, content = [] }) => (text === undefined ? textOf(content) : [text]));
}

/** @returns Milliseconds. */
async function timed(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
