import { useCallback, useEffect, useState } from 'react';
import type { MemberEntry } from '../../../shared/contract/sharing.ts';
import type { MemberState } from '../../../shared/domain/membership.ts';
import { useStrategy, useWorkbench } from '../workbench/workbench-context.ts';

/** Whoever waits comes first, whoever is out comes last. */
const ORDER: readonly MemberState[] = ['pending', 'active', 'invited', 'expired', 'revoked'];
const rankOf = ({ state }: MemberEntry): number => ORDER.indexOf(state);

/** Whoever was invited anew is told of once. */
function isOfNow({ state, name }: MemberEntry, index: number, all: readonly MemberEntry[]): boolean {
  const isOver = state === 'revoked' || state === 'expired';
  return !isOver || !all.slice(index + 1).some((later) => later.name === name);
}

/** Who takes part; null until that has arrived. It is asked for again whenever somebody comes, goes or waits. */
export function useMembers(): { readonly members: readonly MemberEntry[] | null; readonly refresh: () => void } {
  const { client } = useWorkbench().connection;
  const sharing = useStrategy((state) => state.sharing);
  const [members, setMembers] = useState<readonly MemberEntry[] | null>(null);
  const refresh = useCallback(() => {
    client.members({}).then(
      (all) => setMembers(all.filter(isOfNow).toSorted((a, b) => rankOf(a) - rankOf(b))),
      () => {},
    );
  }, [client]);
  useEffect(refresh, [refresh, sharing]);
  return { members, refresh };
}
