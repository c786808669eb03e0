import type { HEADING_LEVELS, NodeJson } from '../../../shared/document/schema.ts';

/** Level of a heading within a section: 2, 3 or 4, whatever its attribute says. */
export function headingLevel({ attrs }: NodeJson): (typeof HEADING_LEVELS)[number] {
  const level = attrs?.['level'];
  if (level === 3 || level === 4) return level;
  return typeof level === 'number' && level > 4 ? 4 : 2;
}
