import type {
  ContextMenuParams,
  IpcMainInvokeEvent,
  RenderProcessGoneDetails,
  WebContents,
  WindowOpenHandlerResponse,
} from 'electron';
import { DESKTOP_CHANNEL } from '../../shared/contract/desktop-bridge.ts';
import type { DesktopEvent } from '../../shared/contract/desktop.ts';
import type { Reply } from '../loopback/call.ts';
import type { StandInElectron } from './electron.test-support.ts';
import { Emitter, StandInEvent, type Emits } from './stand-in-event.test-support.ts';
import type { StandInWindow } from './stand-in-window.test-support.ts';

type ContentsEvents = Emits<
  WebContents,
  {
    'will-navigate': [StandInEvent & { url: string }];
    'will-frame-navigate': [StandInEvent & { url: string; isMainFrame: boolean }];
    'will-redirect': [StandInEvent & { url: string }];
    'did-start-navigation': [StandInEvent & { isMainFrame: boolean; isSameDocument: boolean }];
    'did-navigate': [StandInEvent, string, number, string];
    'will-attach-webview': [StandInEvent, Electron.WebPreferences, Record<string, string>];
    'will-prevent-unload': [StandInEvent];
    'render-process-gone': [StandInEvent, RenderProcessGoneDetails];
    'context-menu': [StandInEvent, ContextMenuParams];
  }
>;

type OpenHandler = (details: Electron.HandlerDetails) => WindowOpenHandlerResponse;

/** The page of a window, with what the real one would do. */
export class StandInContents
  extends Emitter<ContentsEvents>
  implements Pick<WebContents, 'getURL' | 'isCrashed' | 'send' | 'setWindowOpenHandler' | 'forcefullyCrashRenderer'>
{
  /** Where it may not be reached from: a frame that is not this one. */
  mainFrame: { origin: string } = { origin: 'null' };
  /** The session that its one-time key was traded for; null when that was refused. */
  token: string | null = null;
  /** How the page was answered on arriving. */
  arrival: Reply | null = null;
  /** How it answers before its window is closed. */
  atFlush: 'saved' | 'unsaved' | 'silent' = 'saved';
  /** What its own `beforeunload` says. */
  holdsUnsaved = false;
  readonly told: DesktopEvent[] = [];
  readonly #electron: StandInElectron;
  readonly #window: StandInWindow;
  #url = '';
  #isCrashed = false;
  #openHandler: OpenHandler | null = null;

  constructor(electron: StandInElectron, window: StandInWindow) {
    super();
    this.#electron = electron;
    this.#window = window;
  }

  getURL(): string {
    return this.#url;
  }
  isCrashed(): boolean {
    return this.#isCrashed;
  }
  send(channel: string, event: DesktopEvent): void {
    if (channel !== DESKTOP_CHANNEL.event) throw new Error(`Nobody listens to ${channel}.`);
    this.told.push(structuredClone(event));
    if (event.type !== 'flush' || this.atFlush === 'silent') return;
    void this.invoke('flushed', { request: event.request, isSaved: this.atFlush === 'saved' });
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }
  forcefullyCrashRenderer(): void {
    this.crash('killed');
  }

  async load(url: string): Promise<void> {
    this.fire('did-start-navigation', StandInEvent.with({ isMainFrame: true, isSameDocument: false }));
    const { origin, hash, pathname } = new URL(url);
    const page = await fetch(url);
    if (!page.ok) throw new Error(`ERR_FAILED (${page.status}) loading '${url}'`);
    const key = new URLSearchParams(hash.slice(1)).get('key');
    const answer = await fetch(`${origin}/session`, { method: 'POST', body: JSON.stringify({ key }) });
    this.token = ((await answer.json()) as { token: string | null }).token;
    this.#url = `${origin}${pathname}`;
    this.fire('did-navigate', new StandInEvent(), this.#url, 200, 'OK');
    this.#isCrashed = false;
    this.mainFrame = { origin };
    this.#window.emit('ready-to-show');
    this.arrival = await this.invoke('arrived', {});
    await this.invoke('showing', { isStrategy: pathname.startsWith('/strategy/') });
  }

  /** Asks the window's process, as the page's bridge does. */
  async invoke(method: string, input: unknown, frame: { origin: string } | null = this.mainFrame): Promise<Reply> {
    const handler = this.#electron.ipcMain.handlers.get(DESKTOP_CHANNEL.call);
    if (!handler) throw new Error(`No handler registered for '${DESKTOP_CHANNEL.call}'`);
    const event = { sender: this, senderFrame: frame } as unknown as IpcMainInvokeEvent;
    return structuredClone((await handler(event, method, structuredClone(input))) as Reply);
  }

  /** Lets the page follow a link. @returns Whether it may. */
  navigates(url: string, isMainFrame = true): boolean {
    this.fire('did-start-navigation', StandInEvent.with({ isMainFrame, isSameDocument: false }));
    const frame = StandInEvent.with({ url, isMainFrame });
    this.fire('will-frame-navigate', frame);
    const main = StandInEvent.with({ url });
    if (isMainFrame) this.fire('will-navigate', main);
    return !frame.defaultPrevented && !main.defaultPrevented;
  }

  /** Lets the page call `window.open`. */
  opens(url: string): WindowOpenHandlerResponse | undefined {
    return this.#openHandler?.({ url } as Electron.HandlerDetails);
  }

  crash(reason: RenderProcessGoneDetails['reason'] = 'crashed'): void {
    this.#isCrashed = true;
    this.fire('render-process-gone', new StandInEvent(), { reason, exitCode: 1 });
  }
}
