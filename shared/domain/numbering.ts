/** A heading as far as numbering needs it. */
interface Numberable {
  readonly kind: string;
  readonly level: number | null;
}

/**
 * Numbers of the blocks of one section, as `1`, `1.2`, `1.2.1` below the section's own number: a
 * heading gets its own, every other block that of the heading above it, and null before the first.
 * A level that is skipped counts as 1, so that no number ever reads `1.0.1`.
 */
export function headingNumbers(blocks: readonly Numberable[]): (string | null)[] {
  const counters: number[] = [];
  let current: string | null = null;
  return blocks.map((block) => {
    if (block.kind === 'heading' && block.level !== null) {
      const depth = block.level - 1;
      while (counters.length < depth) counters.push(counters.length === depth - 1 ? 0 : 1);
      counters.length = depth;
      counters[depth - 1] = counters[depth - 1]! + 1;
      current = counters.join('.');
    }
    return current;
  });
}
