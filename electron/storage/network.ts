import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What the mount tables of Linux and macOS call drives of other machines. */
const NETWORK_TYPES =
  /^(nfs\d?|cifs|smb\d?|smbfs|smb3|afpfs|webdav|davfs|ncpfs|9p|afs|ceph|glusterfs|lustre|fuse\.(sshfs|rclone|davfs2?|glusterfs|s3fs|gvfsd-fuse|curlftpfs))$/;

/** One line of a mount table. */
interface Mount {
  readonly folder: string;
  readonly type: string;
}

/**
 * The kind of network drive that a file lies on, as far as the system tells; null for one of this machine.
 * @param path The canonical path: on Windows that of a mapped drive begins with the server's name.
 */
export function networkOf(path: string): string | null {
  try {
    switch (process.platform) {
      case 'win32':
        return isNetworkPath(path) ? 'smb' : null;
      case 'darwin':
        return networkIn(parseMountCommand(execFileSync('/sbin/mount', { encoding: 'utf8' })), path);
      default:
        return networkIn(parseMounts(readFileSync('/proc/self/mounts', 'utf8')), path);
    }
  } catch {
    // Where nothing tells, nothing is said.
    return null;
  }
}

/** Whether a path of Windows names another machine. */
export function isNetworkPath(path: string): boolean {
  return /^\\\\(?![?.]\\)[^\\]+\\|^\\\\\?\\UNC\\/i.test(path);
}

/** The type of the network drive, if it is one, that is mounted nearest above a path. */
export function networkIn(mounts: readonly Mount[], path: string): string | null {
  let nearest: Mount | null = null;
  for (const mount of mounts) {
    const isAbove = mount.folder === '/' || path === mount.folder || path.startsWith(`${mount.folder}/`);
    // Of two on one folder the later one hides the other.
    if (isAbove && mount.folder.length >= (nearest?.folder.length ?? 0)) nearest = mount;
  }
  return nearest !== null && NETWORK_TYPES.test(nearest.type) ? nearest.type : null;
}

/** Reads `/proc/self/mounts`, in which blanks are written as octal numbers. */
export function parseMounts(table: string): Mount[] {
  return table.split('\n').flatMap((line) => {
    const [, folder, type] = line.split(' ');
    if (folder === undefined || type === undefined) return [];
    return [
      { folder: folder.replace(/\\([0-7]{3})/g, (_, code: string) => String.fromCharCode(parseInt(code, 8))), type },
    ];
  });
}

/** Reads what `mount` says on macOS: `//ana@host/share on /Volumes/share (smbfs, nodev)`. */
export function parseMountCommand(output: string): Mount[] {
  return output.split('\n').flatMap((line) => {
    const match = / on (\/.*) \(([^,)]+)[^()]*\)$/.exec(line);
    return match ? [{ folder: match[1]!, type: match[2]! }] : [];
  });
}
