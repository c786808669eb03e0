import { compareStrategies } from '../../shared/domain/comparison/compare-strategies.ts';
import type { Comparison } from '../../shared/domain/comparison/comparison.ts';
import { readStrategyText, type StrategySource } from './strategy-text.ts';

/** What is different in `after`: the text, the outline, and how the principles are answered. */
export async function compareVersions(before: StrategySource, after: StrategySource): Promise<Comparison> {
  const [old, current] = await Promise.all([readStrategyText(before), readStrategyText(after)]);
  return compareStrategies(old, current);
}
