/** Under which name the page finds the bridge, where it is shown in a window of the desktop application. */
export const DESKTOP_BRIDGE = 'vallettaDesktop';

/** The two ways across: what the page asks of the window's process, and what that tells the page. */
export const DESKTOP_CHANNEL = { call: 'valletta:call', event: 'valletta:event' } as const;

/**
 * What the preload hands to the page, and all that it does. Both sides parse what comes across:
 * `shared/contract/desktop.ts` says what it may be.
 */
export interface DesktopBridge {
  /** Asks for one of the methods. @returns A reply, as the loopback's calls have. */
  readonly call: (method: string, input: unknown) => Promise<unknown>;
  /** Hands on what the process tells this window. @returns How to stop that. */
  readonly listen: (listener: (event: unknown) => void) => () => void;
}
