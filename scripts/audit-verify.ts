/** `npm run audit:verify`: checks the chain of hashes over everything that is stored of cancellations. */
import '../app/processes/node-env.ts';

import { env } from 'node:process';

import { ConfigError, readConfig } from '../app/config.server.ts';
import type { ChainEnd, Verdict } from '../app/domain/audit/chain.ts';
import { type ShopDomain, parseShopDomain } from '../app/domain/ids.ts';
import { createAuditTrail } from '../app/persistence/audit/audit-trail.ts';
import { WORKING } from '../app/persistence/database/connection.ts';
import { createDatabase } from '../app/persistence/database/database.ts';
import { createReadiness } from '../app/persistence/database/readiness.ts';
import { startOrExplain } from '../app/processes/process-start.ts';
import { readCommandLine } from './processes/command-line.ts';

const { values } = readCommandLine(
  `
npm run audit:verify [-- --shop SHOP [--noted POSITION:HASH]]
  Checks every link of every shop's chain against the event it covers, and that no event stands
  between them without one. Names the first link that is broken. The app may run meanwhile.
  --shop SHOP              this shop alone, as name.myshopify.com
  --noted POSITION:HASH    an end of its chain as this command printed it once: it has to be in there
Exit code: 0 all hold, 1 one is broken, 2 it was called wrongly.`,
  { shop: { type: 'string' }, noted: { type: 'string' } },
);
const shop = values.shop === undefined ? null : parseShopDomain(values.shop);
const noted = values.noted === undefined ? null : /^(\d{1,15}):([0-9a-f]{64})$/.exec(values.noted);
if (values.shop !== undefined && !shop) stop('--shop takes a name like example.myshopify.com.');
if (values.noted !== undefined && !noted) stop('--noted takes what this command printed: 12:ab34…');
if (noted && !shop) stop('--noted is about one shop: name it with --shop.');
await startOrExplain(() =>
  verify(shop, noted && { position: Number(noted[1]), hash: noted[2] ?? '' }),
);

async function verify(only: ShopDomain | null, end: ChainEnd | null): Promise<void> {
  await import('./postgres/provide-database.ts');
  const { databaseUrl } = readConfig(env);
  const readiness = createReadiness(databaseUrl);
  const found = await readiness.checkAtStart();
  await readiness.close();
  if (found !== 'ready') throw new ConfigError([`DATABASE_URL: ${found.fault}`]);
  const database = createDatabase({
    url: databaseUrl,
    connections: 2,
    patience: WORKING,
    onConnectionLost: () => undefined,
  });
  const audit = createAuditTrail(database, () => undefined);
  try {
    for (const each of only ? [only] : await audit.shops()) {
      const verdict = await audit.verify(each, Date.now(), end ?? undefined);
      if (verdict?.holds === false) process.exitCode = 1;
      process.stdout.write(`${each}: ${sentence(verdict)}\n`);
    }
  } finally {
    await database.close();
  }
}

function sentence(verdict: Verdict | null): string {
  if (!verdict) return 'nothing is chained yet.';
  if (verdict.holds) {
    return `${verdict.links} links hold. Its end, to be noted elsewhere: ${verdict.links}:${verdict.hash}`;
  }
  const { kind, position, subject, seq } = verdict;
  const event = seq === 0 ? `entry ${subject}` : `event ${seq} of cancellation ${subject}`;
  const link = `link ${position}`;
  switch (kind) {
    case 'removed':
      return `BROKEN at ${link}: ${event}, which it covers, was removed.`;
    case 'changed':
      return `BROKEN at ${link}: ${event} was changed, or stands in another place.`;
    case 'link_missing':
      return `BROKEN at ${link}: it was removed.`;
    case 'cut':
      return `BROKEN after ${link}: the chain does not end where it should.`;
    case 'added':
      return `BROKEN: ${event} stands among those that are chained, and was added later.`;
    case 'unlike_noted':
      return `BROKEN: ${link} is not as it was noted.`;
  }
}

function stop(why: string): never {
  process.stderr.write(`${why}\n`);
  process.exit(2);
}
