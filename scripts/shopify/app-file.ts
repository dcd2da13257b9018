import { readFile } from 'node:fs/promises';

import { parse, TomlError } from 'smol-toml';
import { z } from 'zod';

/**
 * What this project reads of an app's file for Shopify (`shopify.app.toml`).
 * Keys: https://shopify.dev/docs/apps/build/cli-for-apps/app-configuration
 */
const AppFile = z.object({
  client_id: z.string().default(''),
  name: z.string().optional(),
  handle: z.string().optional(),
  organization_id: z.string().optional(),
  application_url: z.string().default(''),
  auth: z.object({ redirect_urls: z.array(z.string()).default([]) }).optional(),
  access_scopes: z.object({ scopes: z.string().default('') }).optional(),
  app_proxy: z.object({ url: z.string(), prefix: z.string(), subpath: z.string() }).optional(),
  webhooks: z
    .object({
      api_version: z.string().optional(),
      subscriptions: z
        .array(
          z.object({
            topics: z.array(z.string()).default([]),
            compliance_topics: z.array(z.string()).default([]),
            uri: z.string().optional(),
          }),
        )
        .default([]),
    })
    .optional(),
});

export type AppFile = z.infer<typeof AppFile>;

export const DEFAULT_APP_FILE = 'shopify.app.toml';

/** A file that cannot be worked with; the message says what to do. */
export class AppFileError extends Error {
  override readonly name = 'AppFileError';
}

/**
 * The file that a configuration's name stands for, as Shopify CLI's `--config` takes it: `staging`,
 * `shopify.app.staging.toml`; the default file when nothing is named.
 */
export function appFileNamed(config: string | undefined): string {
  if (config === undefined || config === '') return DEFAULT_APP_FILE;
  if (/^shopify[.]app([.][-\w]+)?[.]toml$/.test(config)) return config;
  if (/^[-\w]+$/.test(config)) return `shopify.app.${config}.toml`;
  throw new AppFileError(`"${config}" is not the name of a configuration, such as "staging".`);
}

/**
 * Reads the text of an app's file.
 *
 * @param name as messages call it
 * @throws AppFileError
 */
export function parseAppFile(text: string, name: string): AppFile {
  try {
    return AppFile.parse(parse(text));
  } catch (error) {
    if (error instanceof TomlError) throw new AppFileError(`${name}: ${error.message}`);
    if (error instanceof z.ZodError) {
      throw new AppFileError(`${name}: ${z.prettifyError(error)}`);
    }
    throw error;
  }
}

/** The text of an app's file. @throws AppFileError when there is none */
export async function readAppFile(path: string, name: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw new AppFileError(
      `There is no ${name}. \`npm run config:link\` makes it, for an app of your own in the Dev Dashboard.`,
    );
  }
}
