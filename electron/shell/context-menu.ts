import { Menu, type BrowserWindow, type MenuItemConstructorOptions } from 'electron';
import { word } from '../cli/wording.ts';

/** What the right button offers where the page has no menu of its own: a browser brings one along, Electron does not. */
export function offerContextMenu(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_, { isEditable, selectionText, editFlags }) => {
    const template: MenuItemConstructorOptions[] = [];
    if (isEditable) template.push({ role: 'cut', label: word('menu.cut'), enabled: editFlags.canCut });
    if (isEditable || selectionText !== '') {
      template.push({ role: 'copy', label: word('menu.copy'), enabled: editFlags.canCopy });
    }
    if (isEditable) template.push({ role: 'paste', label: word('menu.paste'), enabled: editFlags.canPaste });
    if (template.length > 0) Menu.buildFromTemplate(template).popup({ window });
  });
}
