import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { serve } from './serve.ts';
import { StrategyFile } from './storage/strategy-file.ts';
import { temporaryApplication, temporaryFolder } from './strategy.test-support.ts';

test('a process that cannot begin to serve leaves no file locked', async () => {
  const { application, folder } = temporaryApplication();
  const file = join(folder, 'a.strategy');
  application.create(file, { title: 'A', template: 'national' });
  await application.close();
  vi.stubEnv('VALLETTA_HOME', join(temporaryFolder(), 'profile'));
  onTestFinished(() => void vi.unstubAllEnvs());
  const other = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void other.close());
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  await expect(serve({ file, port })).rejects.toMatchObject({ failure: { type: 'port-taken' } });
  StrategyFile.open(file).close();
});
