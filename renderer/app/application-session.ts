import { createContext, useContext } from 'react';
import type { BackupSettings } from '../../shared/contract/copies.ts';
import type { ApplicationMethods, Client, OutputOf } from '../../shared/contract/methods.ts';
import type { Person } from '../../shared/contract/person.ts';
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
