import { z } from 'zod';
import { FailureError } from '../../shared/contract/failure.ts';
import { createId } from '../../shared/document/ids.ts';
import { roleSchema, type Grant, type MemberState } from '../../shared/domain/membership.ts';
import { hashSecret, isSecret } from '../lan/secret.ts';
import type { StrategyFile } from './strategy-file.ts';

/** Somebody who was invited to a strategy. */
export interface Member extends Grant {
  readonly id: string;
  /** Whom the lead invited. */
  readonly name: string;
  /** As the member says; empty until then. */
  readonly organisation: string;
  readonly state: MemberState;
  readonly isPreApproved: boolean;
  /** Milliseconds since 1970, UTC. */
  readonly expires: number;
  /** Of the device's public key; null until it has come. */
  readonly fingerprint: string | null;
  readonly device: number | null;
  /** Six digits that both sides see; null until the device has come. */
  readonly code: string | null;
  /** Milliseconds since 1970, UTC. */
  readonly seen: number | null;
}

export interface NewMember extends Grant {
  readonly name: string;
  readonly isPreApproved: boolean;
  readonly expires: number;
}

/** A device that holds an invitation's secret. */
export interface Arrival {
  readonly secret: string;
  readonly fingerprint: string;
  readonly device: number;
  readonly organisation: string;
  readonly code: string;
}

const rowSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    organisation: z.string(),
    role: roleSchema,
    sections: z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text))),
    state: z.enum(['invited', 'pending', 'active', 'revoked']),
    pre_approved: z.int(),
    secret: z.string(),
    expires: z.int(),
    fingerprint: z.string().nullable(),
    device: z.int().nullable(),
    code: z.string().nullable(),
    seen: z.int().nullable(),
  })
  .transform(({ pre_approved, ...row }) => ({ ...row, isPreApproved: pre_approved === 1 }));
type Row = z.infer<typeof rowSchema>;

/** Who takes part in a strategy, as its host knows it. Every change is on disk when its method returns. */
export class Members {
  readonly #file: StrategyFile;
  /** Number of the host's own device, which nobody else may have. */
  readonly #ownDevice: number;

  constructor(file: StrategyFile, ownDevice: number) {
    this.#file = file;
    this.#ownDevice = ownDevice;
  }

  /** Of all that were ever invited, the first first. */
  list(now = Date.now()): Member[] {
    return this.#rows().map((row) => memberOf(row, now));
  }

  /** @throws FailureError when nobody has that id. */
  find(id: string, now = Date.now()): Member {
    const row = this.#rows().find((candidate) => candidate.id === id);
    if (!row) throw new FailureError('member-unknown');
    return memberOf(row, now);
  }

  /** The member that a device belongs to, if it has been let in. */
  active(fingerprint: string): Member | null {
    return this.list().find((member) => member.fingerprint === fingerprint && member.state === 'active') ?? null;
  }

  /** The member that a device belongs to, in whatever state. */
  ofDevice(fingerprint: string): Member | null {
    return this.list().findLast((member) => member.fingerprint === fingerprint) ?? null;
  }

  /** @param secret The invitation's, which is not kept itself. */
  invite({ name, role, sections, isPreApproved, expires }: NewMember, secret: string, now = Date.now()): Member {
    const id = createId();
    this.#file.db
      .prepare(
        `INSERT INTO member (id, name, organisation, role, sections, state, pre_approved, secret, expires, invited)
         VALUES (?, ?, '', ?, ?, 'invited', ?, ?, ?, ?)`,
      )
      .run(id, name, role, JSON.stringify(sections), isPreApproved ? 1 : 0, hashSecret(secret), expires, now);
    return this.find(id, now);
  }

  /**
   * Takes in a device that holds the secret of an invitation. The same device may ask again and finds out how
   * it stands; an invitation is good for one device only.
   * @throws FailureError when nobody was invited so, or no longer, or another device has come with it.
   */
  arrive({ secret, fingerprint, device, organisation, code }: Arrival, now = Date.now()): Member {
    // All are compared, so that how long it takes tells nothing.
    const rows = this.#rows();
    const found = rows[rows.map((row) => isSecret(secret, row.secret)).indexOf(true)];
    if (!found || found.state === 'revoked') throw new FailureError('invitation-unknown');
    if (found.state !== 'invited') {
      if (found.fingerprint !== fingerprint) throw new FailureError('invitation-used');
      return memberOf(found, now);
    }
    if (found.expires <= now) throw new FailureError('invitation-expired');
    const isTaken = rows.some(
      (row) => row.device === device && row.fingerprint !== fingerprint && row.state !== 'revoked',
    );
    if (isTaken || device === this.#ownDevice) throw new FailureError('device-taken');
    this.#file.db
      .prepare(
        `UPDATE member SET state = 'pending', fingerprint = ?, device = ?, organisation = ?, code = ?, seen = ?
         WHERE id = ?`,
      )
      .run(fingerprint, device, organisation, code, now, found.id);
    return found.isPreApproved ? this.approve(found.id) : this.find(found.id, now);
  }

  /**
   * Lets a member in. What the device was before it is no longer: whoever is put out is put out of everything.
   * @throws FailureError unless the member is waiting to be let in.
   */
  approve(id: string): Member {
    const { state, fingerprint } = this.find(id);
    if (state !== 'pending') throw new FailureError('member-not-pending');
    const { db } = this.#file;
    db.transaction(() => {
      db.prepare(`UPDATE member SET state = 'revoked' WHERE fingerprint = ? AND id <> ?`).run(fingerprint, id);
      db.prepare(`UPDATE member SET state = 'active' WHERE id = ?`).run(id);
    })();
    return this.find(id);
  }

  /** Takes everything away from a member for good; somebody who is to come back is invited anew. */
  revoke(id: string): Member {
    this.find(id);
    this.#file.db.prepare(`UPDATE member SET state = 'revoked' WHERE id = ?`).run(id);
    return this.find(id);
  }

  change(id: string, { role, sections }: Grant): Member {
    this.find(id);
    this.#file.db
      .prepare('UPDATE member SET role = ?, sections = ? WHERE id = ?')
      .run(role, JSON.stringify(sections), id);
    return this.find(id);
  }

  /** Notes that a member was there. */
  saw(id: string, now = Date.now()): void {
    this.#file.derive(() => this.#file.db.prepare('UPDATE member SET seen = ? WHERE id = ?').run(now, id));
  }

  #rows(): Row[] {
    return this.#file.db
      .prepare('SELECT * FROM member ORDER BY invited, id')
      .all()
      .map((row) => rowSchema.parse(row));
  }
}

function memberOf({ secret: _secret, state, ...row }: Row, now: number): Member {
  return { ...row, state: state === 'invited' && row.expires <= now ? 'expired' : state };
}
