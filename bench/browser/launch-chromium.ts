import { chromium, type Browser } from '@playwright/test';
import { existsSync } from 'node:fs';
import { Skipped } from '../measure/benchmark.ts';
import type { Workplace } from '../measure/workplace.ts';

const ARGUMENTS = [
  // Containers run as root, where the sandbox does not start.
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Starts the Chromium that the variable CHROMIUM names, or that of the system; it ends with the benchmark. */
export async function launchChromium(workplace: Workplace): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) throw new Skipped('there is no Chromium here; name one by the variable CHROMIUM.');
  const browser = await chromium.launch({ executablePath, args: ARGUMENTS });
  workplace.onEnd(() => browser.close());
  return browser;
}
