import { progress } from './progress.ts';

/**
 * Measures several ways in turns, A B A B …, so that whatever else the machine does meets all of them.
 * @returns By name, what each round gave.
 */
export async function interleave<T, Name extends string>(
  rounds: number,
  ways: Readonly<Record<Name, (round: number) => T | Promise<T>>>,
): Promise<Record<Name, T[]>> {
  const names = Object.keys(ways) as Name[];
  const results = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, T[]>;
  for (let round = 0; round < rounds; round++) {
    for (const name of names) results[name].push(await ways[name](round));
    progress(`  round ${round + 1} of ${rounds}`);
  }
  return results;
}
