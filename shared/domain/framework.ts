import { z } from 'zod';

/** The kinds of strategy that one can start from; a framework's scope is stated in these terms. */
export const TEMPLATE_IDS = ['national', 'regional', 'action-plan'] as const;
export const templateIdSchema = z.enum(TEMPLATE_IDS);
export type TemplateId = z.infer<typeof templateIdSchema>;

/** The largest number of a principle: what a tag's key has room for. */
export const LARGEST_NUMBER = 9999;

const principleSchema = z.object({
  number: z.int().positive().max(LARGEST_NUMBER),
  title: z.string().min(1),
  /** A label for narrow places. */
  short: z.string().min(1).max(48),
  group: z.string(),
  level: z.enum(['all', 'national', 'regional']),
  /** Templates in whose coverage the principle counts; outside them it is no gap. */
  scope: z.array(templateIdSchema),
  explanation: z.string(),
  prompts: z.array(z.string()),
});
export type Principle = z.infer<typeof principleSchema>;

/** What a framework is called in tags. */
export const frameworkIdSchema = z
  .string()
  .max(64)
  .regex(/^[a-z0-9-]+$/);

/** A set of principles that paragraphs can be tagged to, as a file in `resources/frameworks`. */
export const frameworkSchema = z
  .object({
    id: frameworkIdSchema,
    title: z.string().min(1),
    edition: z.string(),
    binding: z.boolean(),
    note: z.string(),
    source: z.string(),
    groups: z.array(z.object({ id: z.string(), title: z.string() })).min(1),
    principles: z.array(principleSchema).min(1),
  })
  .superRefine((framework, context) => {
    const groups = new Set(framework.groups.map((group) => group.id));
    const numbers = new Set<number>();
    for (const { number, group } of framework.principles) {
      if (numbers.has(number)) context.addIssue(`Principle ${number} occurs twice.`);
      if (!groups.has(group)) context.addIssue(`Principle ${number} names the unknown group "${group}".`);
      numbers.add(number);
    }
  });
export type Framework = z.infer<typeof frameworkSchema>;

export const DEFAULT_FRAMEWORK = 'valletta-2025';

export function isInScope(principle: Principle, template: TemplateId): boolean {
  return principle.scope.includes(template);
}

export function findPrinciple(framework: Framework, number: number): Principle | undefined {
  return framework.principles.find((principle) => principle.number === number);
}

/**
 * The frameworks of a strategy: those that come with the application, then its own. Where both have one
 * of the same id, as after an update of the application, the former stands (SPEC F2).
 */
export function frameworksOf(shipped: readonly Framework[], own: readonly Framework[]): readonly Framework[] {
  return [...shipped, ...own.filter(({ id }) => shipped.every((framework) => framework.id !== id))];
}
