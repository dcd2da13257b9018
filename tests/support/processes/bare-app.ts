import express from 'express';

import { readConfig } from '../../../app/config.server.ts';
import { assemble } from '../../../app/container.server.ts';
import { startWeb } from '../../../app/processes/web.ts';
import { createTestDatabase } from '../database/postgres.ts';

export const BARE_APP_SECRET = 'made-up-secret';

/**
 * The app as production puts it together, in this process and on a database of its own, without its pages.
 *
 * @param more further settings, as the environment has them
 */
export async function openBareApp({
  works,
  more = {},
}: {
  readonly works: boolean;
  readonly more?: Readonly<Record<string, string>>;
}) {
  const database = await createTestDatabase();
  const config = readConfig({
    NODE_ENV: 'test',
    SHOPIFY_API_KEY: '0123456789abcdef0123456789abcdef',
    SHOPIFY_API_SECRET: BARE_APP_SECRET,
    SHOPIFY_APP_URL: 'https://unorder.example',
    DATABASE_URL: database.url,
    LOG_LEVEL: 'silent',
    PORT: '0',
    ...more,
  });
  const assembly = await assemble(config, { process: 'test', works });
  const web = await startWeb(assembly, {
    files: express.Router(),
    build: () => Promise.reject(new Error('No page is asked for here.')),
  });
  return {
    database,
    assembly,
    web,
    close: async () => {
      await web.close();
      await assembly.close();
      await database.drop();
    },
  };
}

export type BareApp = Awaited<ReturnType<typeof openBareApp>>;
