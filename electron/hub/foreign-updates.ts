import type * as Y from 'yjs';
import { deviceOfClientId } from '../../shared/document/client-id.ts';
import { hasMissingStructs } from './missing-structs.ts';
import type { ParsedUpdate } from './parse-update.ts';

/**
 * Holds what another device writes against the rules that nobody breaks by accident. SPEC R4, R5.
 * @param device Its number.
 * @throws Error for an update that no honest device sends.
 */
export function assertHonest(document: Y.Doc, device: number, update: ParsedUpdate): void {
  const foreign = update.clients.find((client) => deviceOfClientId(client) !== device);
  if (foreign !== undefined) throw new Error(`Device ${device} may not write as client ${foreign}.`);
  if (!update.isRegular || hasMissingStructs(document, update))
    throw new Error(`Device ${device} builds on what is not there.`);
}
