import type { Grant } from '../../shared/domain/membership.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { PictureDesk } from './picture-requests.ts';

/** Of all pictures that one device sends, in bytes. */
export const QUOTA = 512 * 1024 * 1024;

export interface PictureDeskOptions {
  readonly workspace: Workspace;
  readonly grant: Grant;
  /** Number of the device. */
  readonly device: number;
  readonly quota?: number;
}

/**
 * What one member may do with the pictures of a strategy: have each of them, and, who may write, send those
 * that the text names and that the host lacks.
 */
export function pictureDesk({ workspace, grant, device, quota = QUOTA }: PictureDeskOptions): PictureDesk {
  const { assets } = workspace;
  return {
    read: (hash) => assets.read(hash)?.bytes ?? null,
    refusal: (hash, bytes) => {
      if (grant.role !== 'lead' && grant.role !== 'contributor') return 403;
      if (!assets.isMissing(hash)) return 404;
      return assets.sentBy(device) + bytes > quota ? 413 : null;
    },
    keep: (bytes) => void workspace.keepAsset(bytes, device),
  };
}
