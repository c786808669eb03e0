import { describe, expect, test, vi } from 'vitest';
import { Desk, type Desktop } from './desktop.test-support.ts';
import { StandInEvent } from './stand-in-event.test-support.ts';
import type { StandInWindow } from './stand-in-window.test-support.ts';
import { PARTITION } from './partition.ts';

async function start(): Promise<{ desktop: Desktop; window: StandInWindow; origin: string }> {
  const desktop = await new Desk().start();
  const window = desktop.windows[0]!;
  return { desktop, window, origin: new URL(window.webContents.getURL()).origin };
}

describe('every window', () => {
  test('has a page in a sandbox, apart from Electron and Node', async () => {
    const { desktop, window, origin } = await start();
    window.webContents.opens(`${origin}/#key=none`);
    await desktop.showsWindows(2);
    expect(desktop.electron.app.isSandboxed).toBe(true);
    for (const { options } of desktop.windows) {
      const { preload, ...preferences } = options.webPreferences ?? {};
      expect(preload).toMatch(/[\\/]dist[\\/]electron[\\/]preload\.cjs$/);
      expect(preferences).toEqual({
        partition: PARTITION,
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        webviewTag: false,
        navigateOnDragDrop: false,
        safeDialogs: true,
        devTools: true,
        spellcheck: false,
      });
    }
    // Not even what is kept of a session stays: the partition is one in memory.
    expect(PARTITION).not.toMatch(/^persist:/);
  });

  test('has no developer tools once it is packed', async () => {
    const desktop = await new Desk().start([], ({ app }) => {
      app.isPackaged = true;
    });
    expect(desktop.windows[0]!.options.webPreferences?.devTools).toBe(false);
    expect(desktop.electron.menu?.items.some(({ role }) => role === 'toggleDevTools')).toBe(false);
  });
});

describe('a page', () => {
  test('goes nowhere else; what a link in a text leads to is opened outside, if it is harmless', async () => {
    const { desktop, window, origin } = await start();
    const { webContents } = window;
    expect(webContents.navigates(`${origin}/strategy/x`)).toBe(true);
    const elsewhere = ['https://example.org/', 'mailto:a@example.org', 'file:///etc/passwd', 'javascript:alert(1)'];
    for (const url of [...elsewhere, 'http://127.0.0.1:1/', `${origin}.example.org/`]) {
      expect(webContents.navigates(url)).toBe(false);
    }
    expect(desktop.electron.shell.opened).toEqual(['https://example.org/', 'mailto:a@example.org']);
  });

  test('has no frames, no redirects elsewhere and no embedded pages', async () => {
    const { window, origin } = await start();
    const { webContents } = window;
    expect(webContents.navigates(`${origin}/`, false)).toBe(false);
    const redirect = StandInEvent.with({ url: 'https://example.org/' });
    webContents.fire('will-redirect', redirect);
    const webview = new StandInEvent();
    webContents.fire('will-attach-webview', webview, {}, {});
    expect([redirect.defaultPrevented, webview.defaultPrevented]).toEqual([true, true]);
  });

  test('opens no window by itself; one on the application is the application’s own', async () => {
    const { desktop, window } = await start();
    const { webContents } = window;
    expect(webContents.opens('https://example.org/')).toEqual({ action: 'deny' });
    expect(webContents.opens('file:///etc/passwd')).toEqual({ action: 'deny' });
    expect(desktop.windows).toHaveLength(1);
    expect(desktop.electron.shell.opened).toEqual(['https://example.org/']);
    const { url } = await desktop.client().address({ strategy: null });
    expect(webContents.opens(url)).toEqual({ action: 'deny' });
    const [, other] = await desktop.showsWindows(2);
    expect(other!.webContents.token).not.toBeNull();
  });

  test('has no permission but to put text on the clipboard', async () => {
    const { desktop, window, origin } = await start();
    const session = desktop.electron.session(PARTITION);
    const contents = window.webContents as unknown as Electron.WebContents;
    const asked = (permission: 'media' | 'notifications' | 'openExternal' | 'clipboard-sanitized-write'): unknown[] => {
      const answer = vi.fn<(isGranted: boolean) => void>();
      session.request?.(contents, permission, answer, { isMainFrame: true, requestingUrl: origin });
      return answer.mock.calls.flat();
    };
    expect(['media', 'notifications', 'openExternal'].map((each) => asked(each as 'media'))).toEqual([
      [false],
      [false],
      [false],
    ]);
    expect(asked('clipboard-sanitized-write')).toEqual([true]);
    const checked = (
      permission: 'geolocation' | 'usb' | 'clipboard-read' | 'clipboard-sanitized-write',
      from: string,
    ): unknown => session.check?.(contents, permission, from, { isMainFrame: true });
    expect([checked('geolocation', origin), checked('usb', origin), checked('clipboard-read', origin)]).toEqual([
      false,
      false,
      false,
    ]);
    expect(checked('clipboard-sanitized-write', origin)).toBe(true);
    expect(checked('clipboard-sanitized-write', 'https://example.org')).toBe(false);
    expect(session.device?.({ deviceType: 'usb', origin, device: {} as Electron.USBDevice })).toBe(false);
  });

  test('is shown no certificate, and none is taken', async () => {
    const { desktop, window } = await start();
    const contents = window.webContents as unknown as Electron.WebContents;
    const trust = vi.fn<(isTrusted: boolean) => void>();
    const choose = vi.fn<(certificate?: Electron.Certificate) => void>();
    const certificate = {} as Electron.Certificate;
    const events = [new StandInEvent(), new StandInEvent()] as const;
    desktop.electron.app.fire('certificate-error', events[0], contents, 'https://a/', 'ERR', certificate, trust);
    desktop.electron.app.fire('select-client-certificate', events[1], contents, 'https://a/', [certificate], choose);
    expect(trust.mock.calls).toEqual([[false]]);
    expect(choose.mock.calls).toEqual([[]]);
    expect(events.map(({ defaultPrevented }) => defaultPrevented)).toEqual([true, true]);
  });
});

describe('what the page can ask of the window', () => {
  test('is asked by its own main frame alone', async () => {
    const { desktop, window, origin } = await start();
    const refused = { ok: false, failure: { type: 'unauthorised', values: {} } };
    const { webContents } = window;
    await expect(webContents.invoke('chooseStrategy', {}, { origin: 'https://example.org' })).resolves.toEqual(refused);
    await expect(webContents.invoke('chooseStrategy', {}, { origin })).resolves.toEqual(refused);
    await expect(webContents.invoke('chooseStrategy', {}, null)).resolves.toEqual(refused);
    webContents.mainFrame = { origin: 'https://example.org' };
    await expect(webContents.invoke('chooseStrategy', {})).resolves.toEqual(refused);
    webContents.mainFrame = { origin };
    await expect(webContents.invoke('chooseStrategy', {})).resolves.toMatchObject({ ok: true });
    expect(desktop.electron.dialog.choosers).toHaveLength(1);
  });

  test('is parsed before it is believed', async () => {
    const { window } = await start();
    for (const [method, input] of [
      ['showing', { isStrategy: 'yes' }],
      ['chooseFolder', {}],
      ['flushed', { request: '1', isSaved: true }],
      ['constructor', {}],
      ['nothing', {}],
    ] as const) {
      await expect(window.webContents.invoke(method, input)).resolves.toMatchObject({
        failure: { type: 'input-invalid' },
      });
    }
  });
});
