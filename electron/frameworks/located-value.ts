/** Where in a value something stands, such as `principles`, `2`, `title`. */
export type ValuePath = readonly (string | number)[];

/** What a file says, as a plain value, with the lines that its parts stand in. */
export interface LocatedValue {
  /** Name of the file. */
  readonly file: string;
  readonly value: unknown;
  /** The line of a part, from 1; of one that is not there, that of the nearest part around it. */
  readonly lineOf: (path: ValuePath) => number;
  /** Whether the file has this part. */
  readonly has: (path: ValuePath) => boolean;
  /** What the file calls a part: its field or column. */
  readonly nameOf: (path: ValuePath) => string;
}

/** The value at a path, or undefined. */
export function valueAt(value: unknown, path: ValuePath): unknown {
  return path.reduce<unknown>(
    (part, step) => (typeof part === 'object' && part !== null ? (part as Record<string, unknown>)[step] : undefined),
    value,
  );
}
