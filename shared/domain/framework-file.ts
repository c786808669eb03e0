import { z } from 'zod';
import { cleanLine, cleanText } from './clean-text.ts';
import {
  frameworkIdSchema,
  LARGEST_NUMBER,
  TEMPLATE_IDS,
  templateIdSchema,
  type Framework,
  type Principle,
} from './framework.ts';

/** How many principles a framework of a person's own may have: ten times the Valletta Principles. */
export const MOST_PRINCIPLES = 500;
/** How many characters. */
const LONGEST_LINE = 300;
const LONGEST_SHORT = 48;
export const LONGEST_TEXT = 20_000;

const line = z.string().transform(cleanLine).pipe(z.string().max(LONGEST_LINE));
const filledLine = line.pipe(z.string().min(1));
const text = z.string().transform(cleanText).pipe(z.string().max(LONGEST_TEXT));

export const principleNumberSchema = z.int().positive().max(LARGEST_NUMBER);

/** The group of principles that name none, where a framework has no groups. */
const ONLY_GROUP = 'all';

const principleFileSchema = z.strictObject({
  number: principleNumberSchema,
  title: filledLine,
  short: z.string().transform(cleanLine).pipe(z.string().max(LONGEST_SHORT)).optional(),
  group: z.string().optional(),
  level: z.enum(['all', 'national', 'regional']).default('all'),
  scope: z
    .array(templateIdSchema)
    .max(TEMPLATE_IDS.length)
    .default([...TEMPLATE_IDS]),
  explanation: text.default(''),
  prompts: z
    .array(text.pipe(z.string().min(1)))
    .max(50)
    .default([]),
});

/**
 * A framework as a person writes it in a file: what ships is written the same way, but only the id, the
 * title, and number and title of each principle are needed. Unknown fields are refused, because what is
 * misspelt would be lost without a word.
 */
export const frameworkFileSchema = z.strictObject({
  id: frameworkIdSchema,
  title: filledLine,
  edition: line.default(''),
  binding: z.boolean().default(false),
  note: text.default(''),
  source: line.default(''),
  groups: z
    .array(z.strictObject({ id: z.string().min(1).max(LONGEST_LINE), title: filledLine }))
    .max(MOST_PRINCIPLES)
    .default([]),
  principles: z.array(principleFileSchema).min(1).max(MOST_PRINCIPLES),
});
export type FrameworkFile = z.infer<typeof frameworkFileSchema>;

/** Something that does not agree with the rest of a framework, by the place of the principle in it. */
export type FrameworkConflict =
  | { readonly kind: 'number-twice'; readonly index: number; readonly first: number }
  | { readonly kind: 'group-unknown'; readonly index: number };

/** The first number that is there twice, or group that is not there; null where all agrees. */
export function findConflict({ groups, principles }: FrameworkFile): FrameworkConflict | null {
  const known = new Set(groups.map(({ id }) => id));
  const places = new Map<number, number>();
  for (const [index, { number, group }] of principles.entries()) {
    const first = places.get(number);
    if (first !== undefined) return { kind: 'number-twice', index, first };
    places.set(number, index);
    // Where there are no groups, none has to be named, and none can be.
    if (known.size > 0 ? !known.has(group ?? '') : group !== undefined) return { kind: 'group-unknown', index };
  }
  return null;
}

/** The framework that a file without conflicts describes. */
export function frameworkOfFile({ groups, principles, ...framework }: FrameworkFile): Framework {
  return {
    ...framework,
    groups: groups.length > 0 ? groups : [{ id: ONLY_GROUP, title: framework.title }],
    principles: principles.map(({ number, title, short, group, level, scope, explanation, prompts }): Principle => ({
      number,
      title,
      short: short === undefined || short === '' ? shortened(title) : short,
      group: group ?? ONLY_GROUP,
      level,
      scope: TEMPLATE_IDS.filter((id) => scope.includes(id)),
      explanation,
      prompts,
    })),
  };
}

/** A title for narrow places, cut between words where that is possible. */
function shortened(title: string): string {
  if (title.length <= LONGEST_SHORT) return title;
  const cut = title.lastIndexOf(' ', LONGEST_SHORT - 1);
  return `${title.slice(0, cut > LONGEST_SHORT / 2 ? cut : LONGEST_SHORT - 1).toWellFormed()}…`;
}
