// What Maven runs: `node build/build.mjs <folder for index.html and assets/>` builds the pages, and
// `node build/build.mjs test` tests the pure parts. Both do nothing when no input changed since they last succeeded.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { weigh } from './weigh.mjs';

const web = resolve(dirname(new URL(import.meta.url).pathname), '..');
const stamps = join(web, 'target');
const INPUTS = ['src', 'public', 'build', 'index.html', 'package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts', '../api/openapi.yaml'];
/** Made from openapi.yaml, so no input itself. */
const MADE = join(web, 'src/contract/openapi.ts');

const [task = join(web, 'target/classes/web')] = process.argv.slice(2);
if (task === 'test') once('tested', () => true, test);
else once('built', () => existsSync(join(resolve(task), 'index.html')), () => build(resolve(task)));

/** Runs `work` unless it succeeded for the same inputs before and its outcome is still there. */
function once(name, stands, work) {
  const stamp = join(stamps, `${name}.sha256`);
  const inputs = hash(INPUTS.flatMap((input) => files(join(web, input))).filter((file) => file !== MADE));
  if (stands() && existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs) return;
  rmSync(stamp, { force: true });
  work();
  mkdirSync(stamps, { recursive: true });
  writeFileSync(stamp, inputs);
}

function build(out) {
  install();
  contract();
  run('typescript-native/bin/tsc', '-p', '.');
  run('vite/bin/vite.js', 'build', '--outDir', out, '--emptyOutDir', '--logLevel', 'warn');
  const found = weigh(out);
  keepLicences(out);
  for (const file of files(out)) compress(file);
  console.log(`web: ${found}`);
}

/** Vite gathers the licences of what it bundles; those of the faces are added. */
function keepLicences(out) {
  for (const face of ['@fontsource-variable/newsreader', '@fontsource-variable/ibm-plex-sans', '@fontsource/ibm-plex-mono']) {
    const text = readFileSync(join(web, 'node_modules', face, 'LICENSE'), 'utf8');
    appendFileSync(join(out, 'licences.md'), `\n## ${face} (OFL-1.1)\n\n${text}`);
  }
}

function test() {
  install();
  contract();
  run('vitest/vitest.mjs', 'run', '--reporter', 'dot');
}

/** The packages of the lock file, once for each lock file. Their scripts are not run. */
function install() {
  const stamp = join(web, 'node_modules/.carillon-lock');
  const lock = hash([join(web, 'package-lock.json')]);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('web: installing packages, once');
  execFileSync('npm', ['ci', '--ignore-scripts', '--prefer-offline', '--no-progress', '--loglevel', 'error'], { cwd: web, stdio: 'inherit', shell: process.platform === 'win32' });
  writeFileSync(stamp, lock);
}

/** Types of the API, from its contract: what does not fit them does not compile. */
function contract() {
  const stamp = join(web, 'node_modules/.carillon-contract');
  const inputs = hash([join(web, '../api/openapi.yaml'), join(web, 'package-lock.json')]);
  if (existsSync(MADE) && existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs) return;
  run('openapi-typescript/bin/cli.js', '../api/openapi.yaml', '-o', MADE, '--default-non-nullable=false');
  writeFileSync(stamp, inputs);
}

function run(script, ...rest) {
  // Quiet unless it fails; the compiler and vite say what is wrong on either stream.
  try {
    execFileSync(process.execPath, [join(web, 'node_modules', script), ...rest], { cwd: web, stdio: 'pipe' });
  } catch (failure) {
    process.stderr.write(failure.stdout ?? '');
    process.stderr.write(failure.stderr ?? '');
    console.error(`web: ${script} failed`);
    process.exit(1);
  }
}

/** Beside each text its compressed twins, so that the server compresses nothing at run time. */
function compress(file) {
  if (!/\.(js|css|html|svg|md)$/.test(file)) return;
  const text = readFileSync(file);
  writeFileSync(`${file}.gz`, gzipSync(text, { level: 9 }));
  writeFileSync(`${file}.br`, brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
}

function files(path) {
  if (!existsSync(path)) throw new Error(`${relative(process.cwd(), path)} is missing; web/ is built inside the repository`);
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true })
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile())
    .sort();
}

function hash(paths) {
  const sum = createHash('sha256').update(process.version);
  for (const path of paths) {
    const content = createHash('sha256').update(readFileSync(path)).digest('hex');
    sum.update(`${relative(web, path)} ${content}\n`);
  }
  return sum.digest('hex');
}
