/** Positions of the longest run of rising values, others than −1 between them or not: what has kept its order. */
export function longestRise(values: readonly number[]): ReadonlySet<number> {
  /** For each length, the position whose value ends the run of that length with the least value. */
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  values.forEach((value, position) => {
    if (value === -1) return;
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[ends[middle]!]! < value) low = middle + 1;
      else high = middle;
    }
    previous[position] = ends[low - 1];
    ends[low] = position;
  });
  const rise = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) rise.add(at);
  return rise;
}
