import { expect, test } from 'vitest';
import { isNetworkPath, networkIn, networkOf, parseMountCommand, parseMounts } from './network.ts';

const LINUX = `/dev/sda1 / ext4 rw 0 0
server:/home /home nfs4 rw,vers=4.2 0 0
//server/drafts /mnt/Drafts\\040of\\040all cifs rw 0 0
/dev/sdb1 /home/ana/disk ext4 rw 0 0
ana@server: /home/ana/remote fuse.sshfs rw 0 0
share /mnt/vm 9p rw 0 0
portal /run/user/1000/doc fuse.portal rw 0 0`;

test('on Linux the mount nearest above a file says what it lies on', () => {
  const on = (path: string): string | null => networkIn(parseMounts(LINUX), path);
  expect(on('/tmp/a.strategy')).toBeNull();
  expect(on('/home/ana/a.strategy')).toBe('nfs4');
  expect(on('/homes/a.strategy')).toBeNull();
  expect(on('/home/ana/disk/a.strategy')).toBeNull();
  expect(on('/home/ana/remote/a.strategy')).toBe('fuse.sshfs');
  expect(on('/mnt/Drafts of all/a.strategy')).toBe('cifs');
  expect(on('/mnt/vm/a.strategy')).toBe('9p');
  expect(on('/run/user/1000/doc/a.strategy')).toBeNull();
});

test('on macOS the mount command does', () => {
  const output = `/dev/disk3s1s1 on / (apfs, sealed, local)
//ana@server/Drafts on /Volumes/Drafts of all (smbfs, nodev, nosuid, mounted by ana)
map auto_home on /System/Volumes/Data/home (autofs, automounted)`;
  expect(networkIn(parseMountCommand(output), '/Volumes/Drafts of all/a.strategy')).toBe('smbfs');
  expect(networkIn(parseMountCommand(output), '/Users/ana/a.strategy')).toBeNull();
});

test('on Windows the path does', () => {
  expect(isNetworkPath('\\\\server\\drafts\\a.strategy')).toBe(true);
  expect(isNetworkPath('\\\\?\\UNC\\server\\drafts\\a.strategy')).toBe(true);
  expect(isNetworkPath('\\\\?\\C:\\drafts\\a.strategy')).toBe(false);
  expect(isNetworkPath('C:\\drafts\\a.strategy')).toBe(false);
});

test('this machine is asked without harm', () => {
  expect(networkOf(import.meta.dirname)).toSatisfy((type) => type === null || typeof type === 'string');
});
