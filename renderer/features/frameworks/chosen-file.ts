import { assertDataFileSize } from '../../../shared/contract/frameworks.ts';
import { toBase64 } from '../../app/to-base64.ts';

/** A file as the process takes it. */
export interface ChosenFile {
  readonly name: string;
  readonly data: string;
}

/** Reads a file that somebody has chosen. @throws FailureError when it is too large. */
export async function readChosenFile(file: File): Promise<ChosenFile> {
  assertDataFileSize(file.name, file.size);
  return { name: file.name, data: await toBase64(file) };
}
