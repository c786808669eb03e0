import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { backupSettingsSchema } from '../../shared/contract/copies.ts';
import { type Person } from '../../shared/contract/person.ts';
import { PRIVATE, writeWhole } from '../storage/write-whole.ts';
import {
  createDeviceIdentity,
  deviceOfFingerprint,
  fingerprintOfKey,
  type DeviceIdentity,
} from '../lan/device-identity.ts';
import { openProfileFolder, profileFolder } from './profile-folder.ts';

const windowPlaceSchema = z.object({
  bounds: z.object({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() }),
  isMaximised: z.boolean(),
});
export type WindowPlace = z.infer<typeof windowPlaceSchema>;

const settingsSchema = z.object({
  person: z.object({ name: z.string(), organisation: z.string() }).nullable().catch(null),
  recent: z.array(z.object({ file: z.string(), title: z.string(), id: z.string(), openedAt: z.string() })).catch([]),
  /** How the person likes the window. */
  preferences: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).catch({}),
  backups: backupSettingsSchema.catch({ isOn: true, folder: null }),
  /** What the template is called in whose look this person exports to Word. */
  houseStyle: z.string().nullable().catch(null),
  /** Words that dictionaries lack and this person spells so. */
  ownWords: z.array(z.string()).catch([]),
  /** Where the desktop's window was last, in the system's pixels; null until it has been closed once. */
  window: windowPlaceSchema.nullable().catch(null),
  /** Whether the sample has been put in place once; deleting it is then final. */
  sampleMade: z.boolean().catch(false),
});
type Settings = z.infer<typeof settingsSchema>;

/** What belongs to this person on this device, and never goes into a strategy file. */
export class Profile {
  readonly folder: string;
  /** Number of this device, from the hash of its key; carried by its Yjs client ids. */
  readonly device: number;
  #settings: Settings;
  #identity: Promise<DeviceIdentity> | null = null;

  private constructor(folder: string) {
    this.folder = openProfileFolder(folder);
    // Settings that cannot be read are no reason not to open a strategy; they are asked for again.
    this.#settings = this.#readSettings() ?? settingsSchema.parse({});
    this.device = deviceOfFingerprint(fingerprintOfKey(createPrivateKey(this.#deviceKey())));
  }

  static load(folder = profileFolder()): Profile {
    return new Profile(folder);
  }

  get settings(): Settings {
    return this.#settings;
  }

  get person(): Person | null {
    return this.#settings.person;
  }

  /** How this device shows itself to others. */
  get identity(): Promise<DeviceIdentity> {
    this.#identity ??= createDeviceIdentity(this.#deviceKey());
    return this.#identity;
  }

  /**
   * Changes settings, on top of what another process has changed before; two at the very same time are
   * not told apart.
   * @throws What the file system says when they cannot be written; they are then as they were.
   */
  update(change: (settings: Settings) => Partial<Settings>): void {
    const current = this.#readSettings() ?? this.#settings;
    const settings = { ...current, ...change(current) };
    writeWhole(join(this.folder, 'settings.json'), `${JSON.stringify(settings, null, 2)}\n`, PRIVATE);
    this.#settings = settings;
  }

  /** @returns Null when there are none that can be read. */
  #readSettings(): Settings | null {
    try {
      return settingsSchema.parse(JSON.parse(readFileSync(join(this.folder, 'settings.json'), 'utf8')));
    } catch {
      return null;
    }
  }

  /** The device's P-256 key, made on first use. @returns PEM, PKCS #8. */
  #deviceKey(): string {
    const file = join(this.folder, 'device-key.pem');
    if (existsSync(file)) return readFileSync(file, 'utf8');
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
    writeWhole(file, pem, PRIVATE);
    return pem;
  }
}
