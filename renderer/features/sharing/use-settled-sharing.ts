import { useEffect, useMemo, useState } from 'react';
import { useStrategy } from '../workbench/workbench-context.ts';
import { viewOfSharing, type SharingView } from './sharing-view.ts';

/** How long, in milliseconds, something may be on its way before that is worth showing: it is so at every key. */
const PATIENCE = 2000;

/** How the strategy stands to other machines. */
export function useSettledSharing(): SharingView {
  const sharing = useStrategy((state) => state.sharing);
  const view = useMemo(() => viewOfSharing(sharing), [sharing]);
  const [kind, setKind] = useState(view.kind);
  useEffect(() => {
    const timer = setTimeout(() => setKind(view.kind), view.kind === 'catching-up' ? PATIENCE : 0);
    return () => clearTimeout(timer);
  }, [view.kind]);
  return view.kind === 'catching-up' && kind === 'in-step' ? { kind } : view;
}
