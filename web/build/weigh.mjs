// What the built pages weigh and may weigh, and what may not be in them.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** In bytes; scripts and styles compressed with gzip, faces as they are. */
const MOST = { script: 170_000, style: 20_000, faces: 120_000 };

/** Returns one line with the weights; throws when a budget is broken or a page would break the server's policy. */
export function weigh(out) {
  const assets = readdirSync(join(out, 'assets')).map((name) => join(out, 'assets', name));
  const gzipped = (kind) => sum(assets.filter((file) => file.endsWith(kind)).map((file) => gzipSync(readFileSync(file), { level: 9 }).length));
  const weights = {
    script: gzipped('.js'),
    style: gzipped('.css'),
    faces: sum(assets.filter((file) => /\.woff2?$/.test(file)).map((file) => statSync(file).size)),
  };
  for (const [kind, most] of Object.entries(MOST)) {
    if (weights[kind] > most) throw new Error(`web: ${kind} weighs ${weights[kind]} bytes, allowed are ${most}`);
  }
  clean(readFileSync(join(out, 'index.html'), 'utf8'));
  const say = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
  return `script ${say(weights.script)} and style ${say(weights.style)} gzipped, faces ${say(weights.faces)}`;
}

/** Content-Security-Policy "default-src 'none'" with everything from 'self': nothing inline, nothing from elsewhere. */
function clean(page) {
  if (/<script(?![^>]*\ssrc=)[^>]*>/.test(page)) throw new Error('web: index.html has an inline script');
  if (/<style|\sstyle=/.test(page)) throw new Error('web: index.html has an inline style');
  for (const [, target] of page.matchAll(/\s(?:src|href)="([^"]*)"/g)) {
    if (!target.startsWith('/app/')) throw new Error(`web: index.html loads ${target}, which is not under /app/`);
  }
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
