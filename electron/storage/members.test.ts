import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FailureError } from '../../shared/contract/failure.ts';
import { createSecret } from '../lan/secret.ts';
import { temporaryApplication } from '../strategy.test-support.ts';
import { Members, type Arrival, type NewMember } from './members.ts';

const HOUR = 3_600_000;
const OWN_DEVICE = 1;

function membersHere(): Members {
  const { application, folder } = temporaryApplication();
  const { workspace } = application.create(join(folder, 'a.strategy'), { title: 'A', template: 'action-plan' });
  return new Members(workspace.file, OWN_DEVICE);
}

function invite(members: Members, changes: Partial<NewMember> = {}) {
  const secret = createSecret();
  const member = members.invite(
    {
      name: 'Ministry of Justice',
      role: 'contributor',
      sections: ['a'],
      isPreApproved: false,
      expires: Date.now() + HOUR,
      ...changes,
    },
    secret,
  );
  return { member, secret };
}

function arrival(secret: string, changes: Partial<Arrival> = {}): Arrival {
  return { secret, fingerprint: 'f'.repeat(43), device: 7, organisation: 'Justice', code: '012345', ...changes };
}

/** The type of the failure that an attempt ends with. */
function failureOf(attempt: () => unknown): string | null {
  try {
    attempt();
    return null;
  } catch (error) {
    return error instanceof FailureError ? error.failure.type : String(error);
  }
}

test('somebody who is invited comes, waits, is let in and put out', () => {
  const members = membersHere();
  const { member, secret } = invite(members);
  expect(member).toMatchObject({ name: 'Ministry of Justice', role: 'contributor', sections: ['a'], state: 'invited' });
  expect(members.arrive(arrival(secret))).toMatchObject({ state: 'pending', code: '012345', organisation: 'Justice' });
  expect(members.active('f'.repeat(43))).toBeNull();
  expect(members.approve(member.id)).toMatchObject({ state: 'active' });
  expect(members.active('f'.repeat(43))?.id).toBe(member.id);
  expect(members.revoke(member.id)).toMatchObject({ state: 'revoked' });
  expect(members.active('f'.repeat(43))).toBeNull();
  expect(failureOf(() => members.arrive(arrival(secret)))).toBe('invitation-unknown');
  expect(failureOf(() => members.approve(member.id))).toBe('member-not-pending');
});

test('an invitation is good for one device, which may ask again', () => {
  const members = membersHere();
  const { secret } = invite(members);
  members.arrive(arrival(secret));
  expect(members.arrive(arrival(secret))).toMatchObject({ state: 'pending' });
  expect(failureOf(() => members.arrive(arrival(secret, { fingerprint: 'g'.repeat(43), device: 8 })))).toBe(
    'invitation-used',
  );
});

test('an invitation is good until it expires, and a wrong secret never is', () => {
  const members = membersHere();
  const { secret, member } = invite(members, { expires: Date.now() - 1 });
  expect(member.state).toBe('expired');
  expect(failureOf(() => members.arrive(arrival(secret)))).toBe('invitation-expired');
  expect(failureOf(() => members.arrive(arrival(createSecret())))).toBe('invitation-unknown');
});

test('who was approved beforehand is in at once', () => {
  const members = membersHere();
  const { secret } = invite(members, { isPreApproved: true });
  expect(members.arrive(arrival(secret))).toMatchObject({ state: 'active' });
});

test('no two devices have one number, and nobody has the host’s', () => {
  const members = membersHere();
  const [first, second, third] = [invite(members), invite(members), invite(members)];
  members.arrive(arrival(first.secret));
  expect(failureOf(() => members.arrive(arrival(second.secret, { fingerprint: 'g'.repeat(43) })))).toBe('device-taken');
  expect(
    failureOf(() => members.arrive(arrival(third.secret, { fingerprint: 'h'.repeat(43), device: OWN_DEVICE }))),
  ).toBe('device-taken');
  members.revoke(first.member.id);
  expect(members.arrive(arrival(second.secret, { fingerprint: 'g'.repeat(43) }))).toMatchObject({ state: 'pending' });
});

test('what is granted can be changed', () => {
  const members = membersHere();
  const { member } = invite(members);
  expect(members.change(member.id, { role: 'reader', sections: [] })).toMatchObject({ role: 'reader', sections: [] });
  expect(failureOf(() => members.change('nobody', { role: 'reader', sections: [] }))).toBe('member-unknown');
});

test('a device that comes with another invitation has what that one grants, and nothing besides', () => {
  const members = membersHere();
  const [first, second] = [invite(members, { role: 'lead' }), invite(members, { role: 'reader' })];
  members.arrive(arrival(first.secret));
  members.approve(first.member.id);
  members.arrive(arrival(second.secret));
  expect(members.active('f'.repeat(43))?.role).toBe('lead');
  members.approve(second.member.id);
  expect(members.active('f'.repeat(43))?.role).toBe('reader');
  members.revoke(second.member.id);
  expect(members.active('f'.repeat(43))).toBeNull();
});
