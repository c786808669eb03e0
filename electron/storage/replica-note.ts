import { z } from 'zod';
import { grantSchema } from '../../shared/domain/membership.ts';
import type { StrategyFile } from './strategy-file.ts';

/** Somebody who writes in a strategy, by the device. */
export const writerSchema = z.object({ device: z.int(), name: z.string(), organisation: z.string() });

const replicaNoteSchema = z.object({
  /** SHA-256 of the host's public key, base64url. */
  host: z.string(),
  /** Where the host was found, `host:port`, the latest first. */
  addresses: z.array(z.string()).readonly(),
  /** Id of this device's member at the host. */
  member: z.string(),
  grant: grantSchema,
  /** Who writes in the strategy, by the device. */
  writers: z.array(writerSchema).readonly(),
});
/** What a file knows of the host that it is a replica of. */
export type ReplicaNote = z.infer<typeof replicaNoteSchema>;

/** @returns Null for a strategy that this machine itself answers for. */
export function readReplicaNote({ db }: StrategyFile): ReplicaNote | null {
  const text = db.prepare(`SELECT value FROM meta WHERE key = 'replica'`).pluck().get();
  return typeof text === 'string' ? replicaNoteSchema.parse(JSON.parse(text)) : null;
}

/** On disk when this returns. */
export function writeReplicaNote({ db }: Pick<StrategyFile, 'db'>, note: ReplicaNote): void {
  db.prepare(`INSERT OR REPLACE INTO meta (key, value) VALUES ('replica', ?)`).run(JSON.stringify(note));
}
