import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import type { Client } from '../../shared/contract/methods.ts';
import { desktopMethods, type DesktopEvent, type DesktopMethods } from '../../shared/contract/desktop.ts';
import { DESKTOP_CHANNEL } from '../../shared/contract/desktop-bridge.ts';
import { FailureError } from '../../shared/contract/failure.ts';
import { call, reply, type Reply } from '../loopback/call.ts';

/**
 * Answers the pages of the application. Whoever else should ask is refused: an embedded frame, or a page
 * that is not served by this process.
 * @param handlersOf What answers the page of a window, or null when it is none of ours.
 */
export function answerPages(
  origin: string,
  handlersOf: (event: IpcMainInvokeEvent) => Client<DesktopMethods> | null,
): void {
  ipcMain.handle(DESKTOP_CHANNEL.call, (event, method: unknown, input: unknown): Promise<Reply> => {
    const { senderFrame, sender } = event;
    const isOurs = senderFrame !== null && senderFrame === sender.mainFrame && senderFrame.origin === origin;
    const handlers = isOurs ? handlersOf(event) : null;
    if (!handlers || typeof method !== 'string') {
      return reply(() => Promise.reject(new FailureError('unauthorised')));
    }
    return call(desktopMethods, handlers, method, input);
  });
}

/** Tells the page of a window something. */
export function tellPage(window: BrowserWindow, event: DesktopEvent): void {
  if (!window.isDestroyed() && !window.webContents.isCrashed()) window.webContents.send(DESKTOP_CHANNEL.event, event);
}
