/**
 * Runs one of the project's programs on a machine that has only Node and npm:
 * `node scripts/bootstrap.mjs demo` installs the dependencies if they are missing or out of date,
 * then runs `scripts/demo.ts` under the Node that the project pins.
 *
 * It runs before anything is installed, under whichever Node the machine has, so it is plain
 * JavaScript with nothing but Node's own modules.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { clearInterval, setInterval } from 'node:timers';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const BIN = path.join(ROOT, 'node_modules', '.bin');
/** Ends the program should we be killed without a chance to end it. */
const LEASH = pathToFileURL(path.join(ROOT, 'scripts', 'processes', 'leash.ts')).href;
const OLDEST_INSTALLER = 20;
/** The major version that everything is run and tested on. */
const RUNNER = Number(readFileSync(path.join(ROOT, '.nvmrc'), 'utf8'));

const [program, ...programArguments] = process.argv.slice(2);
if (program === undefined) fail('Usage: node scripts/bootstrap.mjs <program> [arguments]');
if (majorOf(process.versions.node) < OLDEST_INSTALLER) {
  fail(`Node ${OLDEST_INSTALLER} or newer is needed to install; this is ${process.versions.node}.`);
}
if (!isInstalled()) install();
run(findNode(), path.join(ROOT, 'scripts', `${program}.ts`), programArguments);

/** Whether node_modules holds what package-lock.json asks for, by npm's own record of it. */
function isInstalled() {
  const wanted = readPackages('package-lock.json');
  const present = readPackages('node_modules/.package-lock.json');
  return Object.entries(wanted).every(([place, entry]) => {
    if (place === '') return true;
    const found = present[place];
    return found ? found.version === entry.version : entry.optional || entry.devOptional;
  });
}

/** @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>} */
function readPackages(file) {
  const lock = path.join(ROOT, file);
  return existsSync(lock) ? JSON.parse(readFileSync(lock, 'utf8')).packages : {};
}

/**
 * Not `npm ci`: it refuses a lock file without the optional packages of every other platform,
 * which a registry that lacks some of them cannot give. What counts is checked afterwards.
 */
function install() {
  process.stderr.write('Installing the dependencies …\n');
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = npm(args, 'inherit');
  if (status !== 0) fail('npm install failed; its messages are above. Nothing was run.');
  if (!isInstalled()) fail('What npm installed is not what package-lock.json pins.');
}

/** The pinned Node from node_modules, or this one if it is new enough. */
function findNode() {
  const pinned = path.join(BIN, process.platform === 'win32' ? 'node.exe' : 'node');
  if (works(pinned)) return pinned;
  if (majorOf(process.versions.node) >= RUNNER) return process.execPath;
  // npm brings the binary in an install script, which a strict npm setting skips.
  npm(['rebuild', 'node', '--ignore-scripts=false'], 'ignore');
  if (works(pinned)) return pinned;
  return fail(
    `Node ${RUNNER} is needed to run; this is ${process.versions.node}, and the one that the npm ` +
      'package "node" brings is missing because npm did not run its install script.\n' +
      `Either install Node ${RUNNER}, or run: npm rebuild node --ignore-scripts=false`,
  );
}

function works(node) {
  const { status, stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  return status === 0 && majorOf(stdout.trim().replace(/^v/, '')) >= RUNNER;
}

/** The npm that started us, else the one on the path. */
function npm(args, stdio) {
  const cli = process.env.npm_execpath;
  const options = { cwd: ROOT, stdio };
  if (cli && /\.c?js$/.test(cli)) return spawnSync(process.execPath, [cli, ...args], options);
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

function run(node, file, args) {
  const child = spawn(
    node,
    ['--disable-warning=ExperimentalWarning', '--import', LEASH, file, ...args],
    {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, PATH: BIN + path.delimiter + (process.env.PATH ?? '') },
    },
  );
  // The program decides how to end; Ctrl-C reaches it from the terminal by itself.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // npm's shell dies of a signal without passing it on: then the program is ended by us.
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent || process.env.npm_lifecycle_event === undefined) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, 250);
  watch.unref();
  child.on('error', (error) => fail(`Could not start ${node}: ${error.message}`));
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

function majorOf(version) {
  return Number(version.split('.')[0]);
}

/** @returns {never} */
function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
