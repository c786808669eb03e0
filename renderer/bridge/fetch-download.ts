import { FailureError } from '../../shared/contract/failure.ts';

/** Fetches the result of an export, once. */
export async function fetchDownload(token: string, strategy: string, download: string): Promise<Blob> {
  const response = await fetch(`/download/${strategy}/${download}`, { headers: { Authorization: `Bearer ${token}` } });
  if (!response.ok) throw new FailureError('strategy-unknown');
  return response.blob();
}
