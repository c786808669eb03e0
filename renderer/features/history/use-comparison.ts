import { useEffect, useState } from 'react';
import type { Comparison } from '../../../shared/domain/comparison/comparison.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';
import type { ComparedPair } from './comparison-choice.tsx';

/** What came of comparing a pair: either of the two, or neither yet. */
interface Compared {
  readonly comparison: Comparison | null;
  readonly error: unknown;
}

const NOTHING: Compared = { comparison: null, error: null };

/** What is different between two versions; that of the pair before never passes for it. */
export function useComparison({ before, after }: ComparedPair): Compared {
  const { connection } = useWorkbench();
  const [compared, setCompared] = useState<Compared>(NOTHING);
  useEffect(() => {
    let isCurrent = true;
    const show = (result: Compared): void => {
      if (isCurrent) setCompared(result);
    };
    const compare = async (): Promise<void> => {
      show(NOTHING);
      await connection.whenSaved();
      show({ comparison: await connection.client.compare({ before, after }), error: null });
    };
    compare().catch((error: unknown) => show({ comparison: null, error }));
    return () => {
      isCurrent = false;
    };
  }, [connection, before, after]);
  return compared;
}
