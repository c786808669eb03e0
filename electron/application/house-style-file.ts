import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { FailureError } from '../../shared/contract/failure.ts';
import type { HouseStyle } from '../exchange/docx/house-style/house-style.ts';
import { assertHouseStyleSize, readHouseStyle } from '../exchange/docx/house-style/read-house-style.ts';
import type { Profile } from '../profile/profile.ts';
import { asFailure } from '../storage/open-database.ts';
import { PRIVATE, writeWhole } from '../storage/write-whole.ts';

/** The template in whose look this person exports to Word: a copy of it lies in the profile. */
export class HouseStyleFile {
  readonly #profile: Profile;

  constructor(profile: Profile) {
    this.#profile = profile;
  }

  /** What the file is called; null when there is none. */
  get name(): string | null {
    return this.#profile.settings.houseStyle;
  }

  /** @throws FailureError when there is none, or it can no longer be read. */
  read(): HouseStyle {
    if (this.name === null) throw new FailureError('house-style-missing');
    return readHouseStyleFile(this.#path);
  }

  /** Takes a file in place of the one before. @throws FailureError when it cannot be used; nothing changes then. */
  take(name: string, bytes: Uint8Array): void {
    readHouseStyle(bytes);
    try {
      writeWhole(this.#path, bytes, PRIVATE);
    } catch (error) {
      throw asFailure(error, this.#path);
    }
    this.#profile.update(() => ({ houseStyle: name }));
  }

  remove(): void {
    this.#profile.update(() => ({ houseStyle: null }));
    rmSync(this.#path, { force: true });
  }

  get #path(): string {
    return join(this.#profile.folder, 'house-style.docx');
  }
}

/** @throws FailureError when there is no such file, or it cannot be used. */
export function readHouseStyleFile(path: string): HouseStyle {
  let bytes: Buffer;
  try {
    assertHouseStyleSize(statSync(path).size);
    bytes = readFileSync(path);
  } catch (error) {
    throw error instanceof FailureError ? error : new FailureError('house-style-missing');
  }
  return readHouseStyle(bytes);
}
