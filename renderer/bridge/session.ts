const TOKEN = 'valletta.token';

/**
 * The token of this tab's session with the process: traded for the one-time key of the address, and
 * kept for reloads of the tab. Null when the address was used already or the process is another.
 */
export async function openSession(): Promise<string | null> {
  const key = new URLSearchParams(location.hash.slice(1)).get('key');
  if (key !== null) {
    history.replaceState(history.state, '', location.pathname + location.search);
    const response = await fetch('/session', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ key }),
    });
    if (response.ok) {
      const { token } = (await response.json()) as { token: string };
      sessionStorage.setItem(TOKEN, token);
      return token;
    }
  }
  return sessionStorage.getItem(TOKEN);
}
