import pg from 'pg';

/** Each round finds out a pooler that nobody else uses; more, where others get in between. */
const ROUNDS = 3;

export const SHARED_SESSIONS =
  'a pooler in between lends sessions by the transaction, and the app keeps its locks, its time zone and word of ' +
  'new jobs in its sessions; let the pooler lend them by the session (pgbouncer: pool_mode = session), or name the ' +
  'database itself.';

/**
 * Whether what answers hands statements of one connection to several of the database's sessions, as pgbouncer does
 * in its transaction mode. Then a lock is taken in one session and given back in another, settings turn up at
 * strangers, and LISTEN hears nothing, all without a word.
 *
 * Nothing says so; it shows in whose session a statement runs. The sessions of two connections are compared around
 * a transaction: one by one each must keep its own, and while one is held the other must not have moved to another.
 *
 * @param settings of the connections; nothing is set in their sessions, which may be a stranger's
 * @throws as connecting and asking do
 */
export async function sharesSessions(
  settings: Pick<pg.ClientConfig, 'connectionString' | 'connectionTimeoutMillis' | 'query_timeout'>,
): Promise<boolean> {
  const [one, other] = [new pg.Client(settings), new pg.Client(settings)];
  // What breaks them fails the statement under way too.
  for (const client of [one, other]) client.on('error', () => undefined);
  try {
    await one.connect();
    await other.connect();
    const own = { one: await sessionOf(one), other: await sessionOf(other) };
    if (own.one === own.other) return true;
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [holder, looker] of [
        [one, other],
        [other, one],
      ] as const) {
        await holder.query('BEGIN');
        const held = await sessionOf(holder);
        const seen = await sessionOf(looker);
        await holder.query('COMMIT');
        const wanted = holder === one ? own : { one: own.other, other: own.one };
        if (held !== wanted.one || seen !== wanted.other) return true;
      }
    }
    return false;
  } finally {
    await Promise.allSettled([one.end(), other.end()]);
  }
}

async function sessionOf(client: pg.Client): Promise<number | undefined> {
  const { rows } = await client.query<{ session: number }>('SELECT pg_backend_pid() AS session');
  return rows[0]?.session;
}
