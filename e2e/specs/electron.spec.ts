import { DESKTOP_BRIDGE } from '../../shared/contract/desktop-bridge.ts';
import { launchElectron } from '../fixtures/electron-pages.ts';
import { ROOT } from '../fixtures/served-process.ts';
import { expect, test } from '../fixtures/test.ts';
import { Workbench } from '../pages/workbench.ts';

/** The desktop application itself; runs with `npm run e2e:electron` alone, where Electron’s program is. */
test('shows a strategy, keeps Node from the page, and quits when all is saved', async ({ workspace, t }) => {
  const file = `${workspace.documents}/national.strategy`;
  await workspace.command('new', file, '--template', 'national', '--title', 'National strategy');
  const app = await launchElectron([ROOT, file], workspace.env);
  const page = await app.firstWindow();
  const workbench = new Workbench(page, t);
  await workbench.isOpen();
  const reach = await page.evaluate(
    (name) => [
      typeof Reflect.get(globalThis, 'require'),
      typeof Reflect.get(globalThis, 'process'),
      name in globalThis,
    ],
    DESKTOP_BRIDGE,
  );
  expect(reach).toEqual(['undefined', 'undefined', true]);
  const titles = await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label));
  expect(titles).toEqual(expect.arrayContaining([t('menu.file'), t('menu.edit'), t('menu.view')]));

  await workbench.addSection('Mine');
  await workbench.text.type('Written just before the end');
  const closed = app.waitForEvent('close');
  await app.evaluate(({ app: running }) => running.quit());
  await closed;
  expect(JSON.stringify(await workspace.command('blocks', file))).toContain('Written just before the end');
});
