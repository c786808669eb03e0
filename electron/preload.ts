import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import { DESKTOP_BRIDGE, DESKTOP_CHANNEL, type DesktopBridge } from '../shared/contract/desktop-bridge.ts';

const bridge: DesktopBridge = {
  call: (method, input) => ipcRenderer.invoke(DESKTOP_CHANNEL.call, method, input),
  listen: (listener) => {
    // The event itself, which leads back to Electron, stays here.
    const hear = (_: IpcRendererEvent, event: unknown): void => listener(event);
    ipcRenderer.on(DESKTOP_CHANNEL.event, hear);
    return () => void ipcRenderer.off(DESKTOP_CHANNEL.event, hear);
  },
};

contextBridge.exposeInMainWorld(DESKTOP_BRIDGE, Object.freeze(bridge));
