import { readdirSync, readFileSync, rmSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { wordingSchema, type Wording } from '../../shared/domain/wording.ts';
import { asFailure } from '../storage/open-database.ts';
import { PRIVATE, writeWhole } from '../storage/write-whole.ts';

export interface WordingsOptions {
  /** The person's profile. */
  readonly folder: string;
  /** Called when there are other wordings than before. */
  readonly onChange: () => void;
}

/** The official wordings that a person has added on this device: one file a framework, named after it. */
export class Wordings {
  readonly #folder: string;
  readonly #onChange: () => void;

  constructor({ folder, onChange }: WordingsOptions) {
    this.#folder = join(folder, 'wordings');
    this.#onChange = onChange;
  }

  /** Those that can be read, by the ids of their frameworks. */
  all(): Wording[] {
    return this.#names().flatMap((name) => this.#read(name) ?? []);
  }

  /** Keeps a wording in the place of the one that there is. @throws FailureError when it cannot be written. */
  keep(wording: Wording): void {
    const file = this.#fileOf(wording.framework);
    try {
      mkdirSync(this.#folder, { recursive: true });
      writeWhole(file, `${JSON.stringify(wording, null, 2)}\n`, PRIVATE);
    } catch (error) {
      throw asFailure(error, file);
    }
    this.#onChange();
  }

  /** Lets go of the wording of a framework, if there is one. @throws FailureError when it cannot be removed. */
  remove(framework: string): void {
    const file = this.#fileOf(framework);
    try {
      rmSync(file, { force: true });
    } catch (error) {
      throw asFailure(error, file);
    }
    this.#onChange();
  }

  #fileOf(framework: string): string {
    return join(this.#folder, `${framework}.json`);
  }

  #names(): string[] {
    try {
      return readdirSync(this.#folder)
        .filter((name) => name.endsWith('.json'))
        .toSorted();
    } catch {
      return [];
    }
  }

  /** One that somebody has damaged is as if it were not there; it can be added again. */
  #read(name: string): Wording | null {
    try {
      const wording = wordingSchema.parse(JSON.parse(readFileSync(join(this.#folder, name), 'utf8')));
      return `${wording.framework}.json` === name ? wording : null;
    } catch {
      return null;
    }
  }
}
