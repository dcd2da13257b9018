import path from 'node:path';

import { appFileNamed, parseAppFile, readAppFile } from './app-file.ts';
import { deployFaults } from './app-file-faults.ts';
import { bundlesWithoutAddress } from './bundle-addresses.ts';
import type { RunShopify } from './shopify-cli.ts';

/** Why nothing was deployed: sentences for whoever wanted to. */
export class DeployRefused extends Error {
  override readonly name = 'DeployRefused';

  constructor(faults: readonly string[]) {
    super(`Nothing was deployed:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  }
}

/**
 * Releases an app's file and its extensions to Shopify: checks the file, builds the extensions for its address,
 * checks what was built, and hands Shopify CLI exactly that.
 *
 * @param run.root the project's folder
 * @param run.config the configuration's name; the default file when left out
 * @param run.env of the process, with what `.env` says
 * @param run.flags for `shopify app deploy`, as they are
 * @param run.build builds the extensions for a file; resolves to its exit code
 * @returns the exit code of Shopify CLI
 * @throws DeployRefused, AppFileError
 */
export async function deploy(run: {
  readonly root: string;
  readonly config: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly flags: readonly string[];
  readonly build: (file: string) => Promise<number>;
  readonly shopify: RunShopify;
}): Promise<number> {
  const { root, env } = run;
  const name = appFileNamed(run.config);
  const file = parseAppFile(await readAppFile(path.join(root, name), name), name);
  const faults = deployFaults(file, name, {
    clientId: env['SHOPIFY_API_KEY'],
    addresses: { SHOPIFY_APP_URL: env['SHOPIFY_APP_URL'], APP_URL: env['APP_URL'] },
  });
  if (faults.length > 0) throw new DeployRefused(faults);

  if ((await run.build(name)) !== 0) {
    throw new DeployRefused(['The extensions could not be built; the messages are above.']);
  }
  const astray = bundlesWithoutAddress(root, file.application_url);
  if (astray.length > 0) {
    throw new DeployRefused(
      astray.map((bundle) => `${bundle} does not hold ${file.application_url}. Run it again.`),
    );
  }
  // Built anew by the command itself they would hold no address: https://github.com/Shopify/cli/pull/5258
  return run.shopify([
    'app',
    'deploy',
    '--no-build',
    '--path',
    root,
    '--config',
    name,
    ...run.flags,
  ]);
}
