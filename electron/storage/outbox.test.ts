import { join } from 'node:path';
import { expect, test } from 'vitest';
import { beginning } from '../comments.test-support.ts';
import { temporaryApplication } from '../strategy.test-support.ts';

test('a number is never given out again, so that no late answer is taken for that to another command', () => {
  const { application, folder } = temporaryApplication();
  const { outbox } = application.create(join(folder, 'a.strategy'), { title: 'A', template: 'action-plan' }).workspace;
  outbox.add('s', beginning('p', '', 'One'));
  const [first] = outbox.list();
  outbox.remove(first!.seq);
  outbox.add('s', beginning('p', '', 'Two'));
  expect(outbox.list()[0]!.seq).not.toBe(first!.seq);
});
