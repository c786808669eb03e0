import { openBrowser, serve } from '../serve.ts';
import { UsageError, type Command } from './command.ts';
import { addressOfOwner, isLocked } from './strategy-access.ts';
import { word } from './wording.ts';

/** `serve FILE`: the whole application in a browser tab. */
export const serveCommand: Command = {
  name: 'serve',
  usage: 'serve [FILE] [--port N] [--no-open]',
  options: { port: { type: 'string' }, 'no-open': { type: 'boolean' } },
  positionals: [0, 1],
  async run({ positionals, values, application }) {
    const file = positionals[0] ?? null;
    const port = Number(values['port'] ?? 0);
    if (!Number.isInteger(port) || port < 0 || port > 65535) throw new UsageError('bad-number', { option: '--port' });
    const show = (url: string): void => {
      if (values['no-open'] !== true) openBrowser(url);
    };
    try {
      const served = await serve({ file, port });
      show(served.url);
      return {
        json: { url: served.url },
        lines: [word('cli.serving', { url: served.url })],
        until: () => served.close(),
      };
    } catch (error) {
      const url = file !== null && isLocked(error) ? await addressOfOwner(application, file) : null;
      if (url === null) throw error;
      show(url);
      return { json: { url }, lines: [word('cli.servedElsewhere', { url })] };
    }
  },
};
