import { findPrinciple, type Framework, type Principle } from './framework.ts';

/** What is different in a later edition of a framework. */
export interface FrameworkChanges {
  readonly added: readonly Principle[];
  readonly removed: readonly Principle[];
  readonly renamed: readonly { readonly number: number; readonly before: string; readonly after: string }[];
}

/** Compares two editions by the numbers of their principles. */
export function compareFrameworks(before: Framework, after: Framework): FrameworkChanges {
  return {
    added: after.principles.filter(({ number }) => !findPrinciple(before, number)),
    removed: before.principles.filter(({ number }) => !findPrinciple(after, number)),
    renamed: after.principles.flatMap(({ number, title }) => {
      const old = findPrinciple(before, number);
      return old && old.title !== title ? [{ number, before: old.title, after: title }] : [];
    }),
  };
}
