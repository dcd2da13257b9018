/** A browser to test with: found, or fetched. As a program, prints where it is. */
import { execFile } from 'node:child_process';
import {
  access,
  chmod,
  constants,
  mkdir,
  mkdtemp,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';

import { chromium } from 'playwright-core';

import { cacheDirectory } from '../fetched/cache-directory.ts';
import { unpackPackage, type PinnedPackage } from '../fetched/pinned-package.ts';

/** A Chromium to start, and what it needs in its environment. */
export type BrowserProgram = {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
};

const run = promisify(execFile);

/**
 * How a test browser is started. It talks to nobody but this machine; root needs it unsandboxed.
 * Without `LocalNetworkAccessChecks` a page of one loopback origin may frame another's, as the
 * admin does with the app.
 */
export const BROWSER_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-features=LocalNetworkAccessChecks',
];

const PROBE_TIMEOUT_MS = 30_000;

/** Tells the other files of a test run, which have modules of their own, what one of them has found. */
const FOUND = 'DEVSTORE_FOUND_BROWSER';

/** Names of installed browsers on Linux, and the places where macOS and Windows keep theirs. */
const INSTALLED = [
  ...['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'],
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** A Chromium for Linux on x64 inside an npm package, for machines that have none. */
const PACKAGED: PinnedPackage = {
  name: '@sparticuz/chromium',
  version: '153.0.0',
  integrity:
    'sha512-jiGWqSvPMdu4+P9TilYqAR7yEGPEHINx+lCvE/NqNO/EHYzF/x1hUiI5T6ioVIt7dEy7n88byyT0vk+dnsgQwA==',
};

/**
 * Finds a Chromium that starts: the one `CHROME_PATH` names, a packaged one from npm (pinned, kept in the cache
 * directory, and without the parts that only people look at: it takes half of the processor time), an installed
 * one, or, for root on Debian, one that apt installs.
 *
 * @throws Error with every attempt and what to do
 */
export async function findBrowser(): Promise<BrowserProgram> {
  const known = process.env[FOUND];
  if (known !== undefined) return JSON.parse(known) as BrowserProgram;
  const found = await searchBrowser();
  process.env[FOUND] = JSON.stringify(found);
  return found;
}

async function searchBrowser(): Promise<BrowserProgram> {
  const named = process.env.CHROME_PATH;
  if (named) {
    const reason = await whyNot({ executablePath: named, env: {} });
    if (reason === undefined) return { executablePath: named, env: {} };
    throw new Error(`CHROME_PATH is ${named}, which does not start: ${reason}`);
  }
  const attempts: string[] = [];
  for (const attempt of [fetchPackaged, findInstalled, installWithApt]) {
    try {
      const browser = await attempt();
      const reason = await whyNot(browser);
      if (reason === undefined) return browser;
      attempts.push(`${browser.executablePath} does not start: ${reason}`);
    } catch (error) {
      attempts.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new Error(
    `No browser to test with.\n- ${attempts.join('\n- ')}\n` +
      'Install Chromium or Chrome (Debian: apt-get install chromium), or set CHROME_PATH to one.',
  );
}

async function findInstalled(): Promise<BrowserProgram> {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  for (const name of INSTALLED) {
    const candidates = path.isAbsolute(name) ? [name] : folders.map((f) => path.join(f, name));
    for (const executablePath of candidates) {
      const isThere = await access(executablePath, constants.X_OK).then(
        () => true,
        () => false,
      );
      // Some of these are stubs that only offer to install something.
      if (isThere && (await whyNot({ executablePath, env: {} })) === undefined) {
        return { executablePath, env: {} };
      }
    }
  }
  throw new Error('No Chromium or Chrome is installed.');
}

async function fetchPackaged(): Promise<BrowserProgram> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`${PACKAGED.name} has no browser for ${process.platform} on ${process.arch}.`);
  }
  const folder = path.join(await cacheDirectory(), `chromium-${PACKAGED.version}`);
  const browser = { executablePath: path.join(folder, 'chromium'), env: environmentIn(folder) };
  if ((await whyNot(browser)) === undefined) return browser;

  // Unpacked aside and renamed, so that runs side by side only ever see a whole one.
  const partial = await mkdtemp(`${folder}-`);
  try {
    await unpackPackage(PACKAGED, partial);
    const contents = path.join(partial, 'contents');
    await mkdir(contents);
    for (const archive of ['al2023.tar', 'swiftshader.tar', 'fonts.tar']) {
      await inflate(
        path.join(partial, 'package/bin', `${archive}.br`),
        path.join(partial, archive),
      );
      await run('tar', ['-xf', path.join(partial, archive), '-C', contents]);
    }
    const program = path.join(contents, 'chromium');
    await inflate(path.join(partial, 'package/bin/chromium.br'), program);
    await chmod(program, 0o755);
    await writeFile(path.join(contents, 'fonts.conf'), fontSettings(folder));
    await rm(folder, { recursive: true, force: true });
    await rename(contents, folder);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  return browser;
}

/** The package brings libraries and a font for machines that have neither. */
function environmentIn(folder: string): Record<string, string> {
  const libraries = [process.env.LD_LIBRARY_PATH, path.join(folder, 'lib')].filter(Boolean);
  return {
    LD_LIBRARY_PATH: libraries.join(path.delimiter),
    FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
  };
}

function fontSettings(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${path.join(folder, 'fonts')}</dir>
  <cachedir>${path.join(homedir(), '.cache/fontconfig')}</cachedir>
</fontconfig>
`;
}

async function inflate(from: string, to: string): Promise<void> {
  await writeFile(to, await promisify(brotliDecompress)(await readFile(from)));
}

async function installWithApt(): Promise<BrowserProgram> {
  if (process.getuid?.() !== 0) throw new Error('Only root can install one with apt-get.');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    await run('apt-get', ['update'], { env });
    await run('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium'], {
      env,
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch (cause) {
    throw new Error('apt-get could not install chromium.', { cause });
  }
  return findInstalled();
}

/** Why this browser does not show a page, or undefined when it does. */
async function whyNot({ executablePath, env }: BrowserProgram): Promise<string | undefined> {
  try {
    const browser = await chromium.launch({
      executablePath,
      env: { ...process.env, ...env },
      args: BROWSER_ARGUMENTS,
      timeout: PROBE_TIMEOUT_MS,
    });
    try {
      const page = await browser.newPage();
      await page.setContent('<h1>shown</h1>', { timeout: PROBE_TIMEOUT_MS });
      await page.screenshot({ timeout: PROBE_TIMEOUT_MS });
    } finally {
      await browser.close();
    }
    return undefined;
  } catch (error) {
    const lines = (error instanceof Error ? error.message : String(error)).split('\n');
    // Playwright marks what the browser itself wrote to its standard error.
    const said = lines.filter((line) => line.includes('[err]'));
    return [lines[0], ...said.slice(0, 3)].join(' ').trim();
  }
}
