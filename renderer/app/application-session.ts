import { createContext, useContext } from 'react';
import type { ApplicationMethods, BackupSettings, Client, OutputOf, Person } from '../../shared/contract/contract.ts';
import type { KnownWords } from './known-words.ts';

/** What the process told this window about itself, and the way to ask more. */
export interface ApplicationSession extends OutputOf<ApplicationMethods, 'session'> {
  readonly token: string;
  readonly client: Client<ApplicationMethods>;
  readonly words: KnownWords;
  readonly savePerson: (person: Person) => Promise<void>;
  readonly saveBackups: (backups: BackupSettings) => Promise<void>;
}

export const SessionContext = createContext<ApplicationSession | null>(null);

export function useSession(): ApplicationSession {
  const session = useContext(SessionContext);
  if (!session) throw new Error('There is no session above this component.');
  return session;
}
