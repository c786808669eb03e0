import { defineConfig } from '@playwright/test';
import { ELECTRON } from './e2e/fixtures/electron-pages.ts';

/** Where the browser is; `scripts/test.mjs` finds it. Without it, the one that Playwright installed. */
const executablePath = process.env['CHROMIUM'];
/** Where the results go as JSON, beside what is printed. */
const outputFile = process.env['E2E_RESULTS'] ?? 'test-results/e2e.json';

export default defineConfig({
  testDir: 'e2e/specs',
  ...(ELECTRON === undefined
    ? // What is about Electron alone runs where its program is named; `scripts/e2e-electron.mjs` does so.
      { testIgnore: '**/electron.spec.ts' }
    : { globalSetup: './e2e/fixtures/electron-setup.ts' }),
  outputDir: 'test-results/e2e',
  workers: 2,
  // Files are long: two that come last would keep one of the workers waiting for minutes.
  fullyParallel: true,
  forbidOnly: true,
  // What takes a minute on one machine takes two on another.
  timeout: 120_000,
  // Time is real here. What fails once and then passes is named, and counted in the last line.
  retries: 1,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile }]],
  use: {
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    screenshot: 'only-on-failure',
    // A trace tells more, and takes a third of the time of a run again.
    trace: process.env['TRACE'] === undefined ? 'off' : 'retain-on-failure',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        // Containers run as root, where the sandbox does not start.
        '--no-sandbox',
        // Nothing here may reach for the network on its own.
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
});
