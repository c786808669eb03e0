import { createReadStream, existsSync, statSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import { extname, join, normalize, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Nothing from elsewhere, no inline script, no frame around us. */
const SECURITY_HEADERS = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    // The editor positions things by style attributes.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

/** Serves the built window from `folder`; every other path gets the window itself. */
export function serveStatic(folder: string, path: string, response: ServerResponse): void {
  let relative: string;
  try {
    relative = normalize(decodeURIComponent(path)).replace(/^([\\/])+/, '');
  } catch {
    response.writeHead(400).end();
    return;
  }
  const wanted = join(folder, relative);
  const inside = wanted === folder || wanted.startsWith(folder + sep);
  const isFile = inside && existsSync(wanted) && statSync(wanted).isFile();
  if (!isFile && extname(relative) !== '' && extname(relative) !== '.html') {
    response.writeHead(404, SECURITY_HEADERS).end();
    return;
  }
  const file = isFile ? wanted : join(folder, 'index.html');
  if (!existsSync(file)) {
    response.writeHead(503, { 'Content-Type': 'text/plain; charset=utf-8' }).end('The window has not been built.');
    return;
  }
  const immutable = relative.startsWith('assets');
  response.writeHead(200, {
    ...SECURITY_HEADERS,
    'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
    'Cache-Control': immutable ? 'public, max-age=31536000, immutable' : 'no-store',
  });
  // Nobody is left to tell whether it arrived.
  pipeline(createReadStream(file), response, () => {});
}
