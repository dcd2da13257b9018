/**
 * Webhooks as Shopify's own template for Remix has them: a route that calls `authenticate.webhook`, a row by Prisma,
 * a job, one after the other, and 200. Without Express, compression and log, which the template has too.
 * `node stock-webhook-server.ts <secret> <database address>`; prints its address.
 *
 * @see https://github.com/Shopify/shopify-app-template-remix/blob/main/app/routes/webhooks.app.uninstalled.tsx
 */
import '@shopify/shopify-app-remix/adapters/node';

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@prisma/client';
import { type ActionFunctionArgs, createRequestHandler, type ServerBuild } from '@remix-run/node';
import {
  ApiVersion,
  AppDistribution,
  LogSeverity,
  shopifyApp,
} from '@shopify/shopify-app-remix/server';
import { PrismaSessionStorage } from '@shopify/shopify-app-session-storage-prisma';
import { PgBoss } from 'pg-boss';

const [secret = '', databaseUrl = ''] = process.argv.slice(2);
const ORIGIN = 'https://stock.example';

const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl }) });
const boss = new PgBoss(databaseUrl);
await boss.start();
await boss.createQueue('apply-webhook');

const { authenticate } = shopifyApp({
  apiKey: '57a9edc11e97000000000000000000aa',
  apiSecretKey: secret,
  appUrl: ORIGIN,
  apiVersion: ApiVersion.October26,
  authPathPrefix: '/auth',
  distribution: AppDistribution.AppStore,
  sessionStorage: new PrismaSessionStorage(prisma),
  logger: { level: LogSeverity.Error },
});

async function action({ request }: ActionFunctionArgs): Promise<Response> {
  const { shop, topic, webhookId, payload } = await authenticate.webhook(request);
  await prisma.webhookDelivery.create({
    data: {
      ...{ shop, topic, webhookId, eventId: webhookId, digest: Buffer.alloc(0) },
      ...{ triggeredAt: new Date(), receivedAt: new Date() },
      news: payload as object,
    },
  });
  await boss.send('apply-webhook', { shop, webhookId });
  return new Response();
}

const id = 'routes/webhooks';
const build: ServerBuild = {
  entry: { module: { default: () => new Response(null, { status: 404 }) } },
  routes: { [id]: { id, path: 'webhooks', module: { action, default: undefined as never } } },
  assets: {
    ...{ entry: { imports: [], module: '' }, url: '', version: '' },
    routes: {
      [id]: {
        ...{ id, path: 'webhooks', module: '', imports: [] },
        ...{ hasAction: true, hasLoader: false },
        ...{ hasClientAction: false, hasClientLoader: false, hasErrorBoundary: false },
      },
    },
  },
  ...{ publicPath: '/', assetsBuildDirectory: '', basename: '/', mode: 'production' },
  future: {} as ServerBuild['future'],
  isSpaMode: false,
};
const handle = createRequestHandler(build, 'production');

const server = createServer((incoming, outgoing) => {
  void buffer(incoming).then(async (body) => {
    const answer = await handle(
      new Request(`${ORIGIN}${incoming.url}`, {
        method: incoming.method ?? 'POST',
        headers: new Headers(incoming.headers as Record<string, string>),
        body: new Uint8Array(body),
      }),
    );
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
    outgoing.end(Buffer.from(await answer.arrayBuffer()));
  });
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
