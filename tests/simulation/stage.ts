import { readFile } from 'node:fs/promises';
import { createAdminGraphql } from 'devstore/admin-api';
import { fileURLToPath } from 'node:url';

import { parseAppToml, readFlowExtensions, webhookTopics } from 'devstore/http';
import { loadOfficialSchema } from 'devstore/official-schema';

import type { Stage } from './run-seed.ts';

/** Loads what every seed shares: the official schema and the app's own registration. */
export async function loadStage(): Promise<Stage> {
  const official = await loadOfficialSchema();
  const toml = await readFile(new URL('../../shopify.app.toml', import.meta.url), 'utf8');
  const { scopes, webhooks } = parseAppToml(toml, webhookTopics(official.schema));
  const webhookSubscriptions = webhooks.subscriptions.map(({ topic, uri, includeFields }) => ({
    topic,
    uri,
    ...(includeFields && { includeFields }),
  }));
  const flow = await readFlowExtensions(
    fileURLToPath(new URL('../../extensions', import.meta.url)),
  );
  return {
    execute: createAdminGraphql(official),
    registration: { scopes, webhookSubscriptions, flow },
  };
}
