import type { Grant } from '../domain/membership.ts';
import { sectionOfDocument } from './layout.ts';

/** Whether a member may change a document of the strategy. SPEC R1–R3. */
export function mayWrite({ role, sections }: Grant, document: string): boolean {
  if (role === 'lead') return true;
  const section = sectionOfDocument(document);
  return role === 'contributor' && section !== null && sections.includes(section);
}
