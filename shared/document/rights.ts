import type { Grant } from '../domain/membership.ts';
import { sectionOfComments, sectionOfDocument } from './layout.ts';

/** SPEC R6. */
export function mayComment({ role }: Grant): boolean {
  return role !== 'reader';
}

/** Whether a member may change a document of the strategy. Comments are changed by command. SPEC R1–R3, W1. */
export function mayWrite({ role, sections }: Grant, document: string): boolean {
  if (sectionOfComments(document) !== null) return false;
  if (role === 'lead') return true;
  const section = sectionOfDocument(document);
  return role === 'contributor' && section !== null && sections.includes(section);
}
