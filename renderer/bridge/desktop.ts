import { z } from 'zod';
import { clientOf } from '../../shared/contract/client.ts';
import type { Client } from '../../shared/contract/methods.ts';
import { DESKTOP_BRIDGE, type DesktopBridge } from '../../shared/contract/desktop-bridge.ts';
import {
  desktopEventSchema,
  desktopMethods,
  type DesktopEvent,
  type DesktopMethods,
} from '../../shared/contract/desktop.ts';
import { FailureError, replySchema } from '../../shared/contract/failure.ts';

/** The window of the desktop application around this page. */
export interface Desktop {
  readonly client: Client<DesktopMethods>;
  /** Tells `listener` what the window's process tells the page. @returns How to stop that. */
  readonly onEvent: (listener: (event: DesktopEvent) => void) => () => void;
}

const isFunction = (value: unknown): boolean => typeof value === 'function';
const bridgeSchema = z.object({
  call: z.custom<DesktopBridge['call']>(isFunction),
  listen: z.custom<DesktopBridge['listen']>(isFunction),
});

function connect(): Desktop | null {
  const bridge = bridgeSchema.safeParse(Reflect.get(globalThis, DESKTOP_BRIDGE));
  if (!bridge.success) return null;
  const { call, listen } = bridge.data;
  return {
    client: clientOf(desktopMethods, async (method, input) => {
      const reply = replySchema.parse(await call(method, input));
      if (!reply.ok) throw new FailureError(reply.failure.type, reply.failure.values);
      return reply.value;
    }),
    onEvent: (listener) => listen((event) => listener(desktopEventSchema.parse(event))),
  };
}

/** Null in a tab of a browser, where everything works without it. */
export const desktop: Desktop | null = connect();
