/** Whether an address is one of those that the application serves. */
export function isAt(origin: string, address: string): boolean {
  return URL.parse(address)?.origin === origin;
}

/** The strategy that an address of the application shows, or null on the start page. */
export function strategyAt(address: string): string | null {
  const part = /^\/strategy\/([^/]+)/.exec(URL.parse(address)?.pathname ?? '')?.[1];
  return part === undefined ? null : decodeURIComponent(part);
}
