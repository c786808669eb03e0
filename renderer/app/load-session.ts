import { openSession } from '../bridge/session.ts';
import { applicationClient } from '../../shared/contract/client.ts';
import { FailureError } from '../../shared/contract/failure.ts';
import type { ApplicationSession } from './application-session.ts';
import { KnownWords } from './known-words.ts';
import { navigate, strategyPath } from './navigation.ts';
import { followProfile } from './preferences.ts';

/** Opens the session and, when the address was fresh, goes to the strategy to show first. */
export async function loadSession(): Promise<Omit<ApplicationSession, 'savePerson' | 'saveBackups'>> {
  const isFresh = location.hash.includes('key=');
  const token = await openSession();
  if (token === null) throw new FailureError('unauthorised');
  const client = applicationClient({ origin: '', token });
  const session = await client.session({});
  followProfile(session.preferences, (changed) => {
    // How one likes the window is not worth a word when it cannot be kept.
    client.setPreferences(changed).catch(() => {});
  });
  if (isFresh && session.opened !== null && location.pathname === '/')
    navigate(strategyPath(session.opened), { replace: true });
  return { ...session, token, client, words: new KnownWords(client) };
}
