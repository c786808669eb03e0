import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/application-session.ts';
import { failureSentence } from '../../app/failure-sentence.ts';
import { toBase64 } from '../../app/to-base64.ts';

/** The template in whose look this person's Word files are written. */
export interface HouseStyle {
  /** Null when there is none. */
  readonly name: string | null;
  /** Whether the next file is written in it. */
  readonly isWanted: boolean;
  /** Why the last change was not made. */
  readonly error: string | null;
  readonly want: (isWanted: boolean) => void;
  readonly choose: (file: File) => void;
  readonly remove: () => void;
}

export function useHouseStyle(): HouseStyle {
  const { t } = useTranslation();
  const { client } = useSession();
  const [name, setName] = useState<string | null>(null);
  const [isWanted, want] = useState(true);
  const [error, setError] = useState<string | null>(null);
  const tell = (failure: unknown): void => setError(failureSentence(t, failure));
  useEffect(() => {
    client.houseStyle({}).then(
      (known) => setName(known.name),
      (failure: unknown) => setError(failureSentence(t, failure)),
    );
  }, [client, t]);
  const take = async (file: File): Promise<void> => {
    setError(null);
    await client.setHouseStyle({ name: file.name, data: await toBase64(file) });
    setName(file.name);
    want(true);
  };
  return {
    name,
    isWanted: isWanted && name !== null,
    error,
    want,
    choose: (file) => void take(file).catch(tell),
    remove: () => {
      setError(null);
      client.removeHouseStyle({}).then(() => setName(null), tell);
    },
  };
}
