import { copyFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import {
  AppFileError,
  appFileNamed,
  DEFAULT_APP_FILE,
  parseAppFile,
  readAppFile,
} from './app-file.ts';
import { contentFaults, isPublicAddress } from './app-file-faults.ts';
import { linkedAppFile } from './linked-app-file.ts';
import type { RunShopify } from './shopify-cli.ts';

/**
 * Ties an app's file to an app in the Dev Dashboard, and changes nothing else in it.
 *
 * `shopify app config link` by itself drops the local file's scopes, webhooks and proxy for the remote app's
 * (which has none when it is new) as soon as the client id differs, removes every comment, and may write beside
 * the file and remember that one instead. So it is run in an empty folder, and only identity and addresses are
 * taken from what it writes.
 * Source: https://github.com/Shopify/cli/blob/main/packages/app/src/cli/services/app/config/link.ts
 *
 * @param run.config the configuration's name: a file that is not there begins as a copy of the default one
 * @param run.address where the app answers, if the environment says so
 * @returns what was done, and what is left to do, as sentences
 * @throws AppFileError
 */
export async function configLink(run: {
  readonly root: string;
  readonly config: string | undefined;
  readonly address: string | undefined;
  readonly flags: readonly string[];
  readonly shopify: RunShopify;
}): Promise<string[]> {
  const name = appFileNamed(run.config);
  const place = path.join(run.root, name);
  const text = await readAppFile(
    (await isThere(place)) ? place : path.join(run.root, DEFAULT_APP_FILE),
    DEFAULT_APP_FILE,
  );
  const faults = contentFaults(parseAppFile(text, name), name);
  if (faults.length > 0) throw new AppFileError(`${name} was not linked:\n${faults.join('\n')}`);

  const remote = parseAppFile(await remoteAppFile(run), 'What Shopify CLI wrote');
  if (!remote.client_id) throw new AppFileError('Shopify CLI did not say which app was chosen.');
  const linked = linkedAppFile(text, remote, run.address);
  await writeFile(place, linked);
  const { application_url: url } = parseAppFile(linked, name);
  return [
    `${name} is linked to ${remote.name ?? 'the app'} (${remote.client_id}). Its scopes, webhooks and proxy are this repository’s.`,
    isPublicAddress(url)
      ? `Its address is ${url}. \`npm run deploy\` releases it.`
      : `Its address is still ${url}: set application_url and redirect_urls in it, or SHOPIFY_APP_URL and link again, before \`npm run deploy\`.`,
  ];
}

/** The app's file as the Dev Dashboard has it. Outside the project: Shopify CLI looks in the folders above, too. */
async function remoteAppFile(run: Parameters<typeof configLink>[0]): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'unorder-link-'));
  try {
    await copyFile(path.join(run.root, 'package.json'), path.join(folder, 'package.json'));
    const code = await run.shopify(['app', 'config', 'link', '--path', folder, ...run.flags]);
    const [written] = (await readdir(folder)).filter((file) =>
      /^shopify[.]app.*[.]toml$/.test(file),
    );
    if (code !== 0 || written === undefined) {
      throw new AppFileError(
        'Shopify CLI did not link; its messages are above. Nothing was changed.',
      );
    }
    return await readFile(path.join(folder, written), 'utf8');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );
