import { readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import pg from 'pg';

import { SECOND } from '../../domain/time.ts';
import { connectionSettings } from './connection.ts';
import { SHARED_SESSIONS, sharesSessions } from './shared-sessions.ts';

/** Whether the app can work with its database: `ready`, or a sentence for whoever runs it. */
export type Readiness = 'ready' | { readonly fault: string };

const MIGRATIONS = path.resolve(import.meta.dirname, '../../../prisma/migrations');
/** What `docs/production.md` asks for. */
const OLDEST_SERVER = 15;

/** The longest that a look may take. */
const DEADLINE = 1.5 * SECOND;
const LOOKS_AT_START = 3;
const PAUSE = SECOND;
const PATIENCE = {
  connect: SECOND,
  lock: 0.5 * SECOND,
  statement: 0.5 * SECOND,
  idleInTransaction: SECOND,
};

/**
 * Looks at the database over a connection of its own, so that the answer comes within two seconds whatever
 * the app's other connections wait for. Those who ask at the same time get one answer.
 */
export function createReadiness(url: string) {
  const wanted = readdirSync(MIGRATIONS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  const pool = new pg.Pool({ ...connectionSettings(url, 'unorder-health', PATIENCE), max: 1 });
  // The next look says what became of the database.
  pool.on('error', () => undefined);
  let looking: Promise<Readiness> | undefined;
  const check = (): Promise<Readiness> => {
    looking ??= look(pool, wanted).finally(() => (looking = undefined));
    const deadline = sleep(DEADLINE, { fault: NO_ANSWER }, { ref: false });
    return Promise.race([looking, deadline]);
  };
  return {
    /** Never rejects. */
    check,
    /** For a process that starts, perhaps beside its database: looks again before it gives up. */
    async checkAtStart(): Promise<Readiness> {
      for (let look = 1; ; look += 1) {
        const fault = await sessionFault(url);
        if (fault === SHARED_SESSIONS) return { fault };
        const found = fault === null ? await check() : { fault };
        if (found === 'ready' || look === LOOKS_AT_START) return found;
        await sleep(PAUSE);
      }
    },
    close: () => pool.end(),
  };
}

/**
 * Why the app cannot have sessions of its own there: a sentence, or null. Looks before anything is set in a
 * session, which may be a stranger's.
 */
export async function sessionFault(url: string): Promise<string | null> {
  try {
    const shares = await sharesSessions({
      connectionString: url,
      connectionTimeoutMillis: PATIENCE.connect,
      query_timeout: PATIENCE.statement,
    });
    return shares ? SHARED_SESSIONS : null;
  } catch (error) {
    return sentenceOf(error);
  }
}

async function look(pool: pg.Pool, wanted: readonly string[]): Promise<Readiness> {
  try {
    const server = await pool.query<{ version: number; writes: boolean }>(
      `SELECT current_setting('server_version_num')::int / 10000 AS version,
         current_setting('transaction_read_only') = 'off' AS writes`,
    );
    const { version = 0, writes = false } = server.rows[0] ?? {};
    if (version < OLDEST_SERVER) {
      return { fault: `it is PostgreSQL ${version}; use ${OLDEST_SERVER} or newer.` };
    }
    if (!writes) return { fault: READ_ONLY };
    const applied = await pool.query<{ name: string }>(
      `SELECT migration_name AS name FROM _prisma_migrations
       WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
    );
    const names = new Set(applied.rows.map(({ name }) => name));
    const lacking = wanted.filter((name) => !names.has(name));
    return lacking.length === 0 ? 'ready' : { fault: UNPREPARED };
  } catch (error) {
    return { fault: sentenceOf(error) };
  }
}

const UNPREPARED = 'it lacks tables of this version of the app; run `npm run setup` first.';
const READ_ONLY =
  'it takes no writes; connect to the primary and not to a standby, and see `default_transaction_read_only`.';
const NO_ANSWER = 'the database does not answer in time; see whether it is overloaded or stopped.';

/** Sources: https://www.postgresql.org/docs/current/errcodes-appendix.html, Node's codes of `net` and `dns`. */
const SENTENCES: Readonly<Record<string, string>> = {
  '42P01': UNPREPARED,
  '42501': 'its user may not read the app’s tables; give it the rights of their owner.',
  '28P01': 'the database does not accept this user and password.',
  '28000': 'the database does not let this user in from here; see its pg_hba.conf.',
  '3D000': 'there is no database of this name; create it, then run `npm run setup`.',
  '53300': 'the database has no connection left; raise its max_connections or run fewer processes.',
  '57P03': 'the database is starting or stopping; try again in a minute.',
  '57014': NO_ANSWER,
  '55P03': NO_ANSWER,
  '08P01': 'what answers does not take what PostgreSQL takes; connect without a pooler in between.',
  ECONNREFUSED: 'nothing listens at its host and port; start the database, or correct the address.',
  ENOTFOUND: 'its host has no address; correct the name.',
  EAI_AGAIN: 'its host could not be looked up; see whether the network and its name server work.',
  EHOSTUNREACH: 'its host cannot be reached from here.',
  ENETUNREACH: 'its host cannot be reached from here.',
  ECONNRESET: 'the database broke the connection off; see its log.',
  ETIMEDOUT: NO_ANSWER,
};

/** What is wrong, without what the error quotes: hosts, users and rows. */
function sentenceOf(error: unknown): string {
  const [first] = error instanceof AggregateError ? (error.errors as unknown[]) : [error];
  const code = first instanceof Error && 'code' in first ? String(first.code) : null;
  if (code !== null) return SENTENCES[code] ?? `connecting to it failed with ${code}.`;
  return first instanceof Error && /time-?out/i.test(first.message)
    ? NO_ANSWER
    : 'connecting to it failed; see whether address and TLS settings are right.';
}
