import i18next from 'i18next';
import type { ApplicationMethods, Client } from '../../shared/contract/methods.ts';
import { showToast } from '../ui/toasts.tsx';
import { failureSentence } from './failure-sentence.ts';

/** Opens a strategy in a further window, with an address of its own. */
export async function openAnotherWindow(client: Client<ApplicationMethods>, strategy: string): Promise<void> {
  try {
    const { url } = await client.address({ strategy });
    open(url, '_blank', 'noopener');
  } catch (error) {
    showToast({ text: failureSentence(i18next.t, error) });
  }
}
