import { useCallback, useEffect, useState } from 'react';
import type { VersionEntry } from '../../../shared/contract/versions.ts';
import { useWindowState } from '../../app/window-state.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';

/** The versions that are kept, newest first; null until they have arrived. */
export function useVersions(): { readonly versions: readonly VersionEntry[] | null; readonly refresh: () => void } {
  const { connection } = useWorkbench();
  const [versions, setVersions] = useState<readonly VersionEntry[] | null>(null);
  // Other features keep versions, too.
  const kept = useWindowState((state) => state.versionsKept);
  const refresh = useCallback(() => {
    connection.client.versions({}).then(setVersions, () => {});
  }, [connection]);
  useEffect(refresh, [refresh, kept]);
  return { versions, refresh };
}
