import type pg from 'pg';

/** Work that one process at a time may do. */
export interface Locks {
  /**
   * Runs `work` while nobody else, in any process, runs work under the same name; `busy` when somebody does.
   *
   * PostgreSQL frees a lock when its connection ends, so a killed process leaves nothing behind. Should the
   * connection break while the work goes on, another process may start the same work: whatever is stored under the
   * lock has to guard itself (expected versions, fixed keys).
   */
  exclusively<T>(name: string, work: () => Promise<T>): Promise<{ readonly done: T } | 'busy'>;
}

const TAKE = `SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS done`;
const GIVE_BACK = `SELECT pg_advisory_unlock(hashtextextended($1, 0)) AS done`;

/** One connection with the locks that it holds; lent as long as anybody uses it. */
interface Session {
  /** Carries a statement out, after those before it: a connection carries out one at a time. */
  readonly ask: (statement: string, name: string) => Promise<boolean>;
  /** Gives the connection back; with an error it is closed, and every lock on it is free. */
  readonly end: (error?: Error) => void;
}

/**
 * Advisory locks, all of a process held by one connection, however much is worked on at once.
 * SQL: Prisma has no advisory locks, and none that outlives a statement.
 *
 * @param pool of one connection, which nobody else uses: work under a lock needs connections too, and must never
 *   wait for the one that holds it
 */
export function createLocks(pool: pg.Pool): Locks {
  /** PostgreSQL gives a session again what it holds already: of what this process holds only we can tell. */
  const held = new Set<string>();
  let current: { readonly session: Promise<Session>; users: number } | null = null;

  /** Lends the session to `work`, together with whoever else has it. */
  async function withSession<T>(work: (session: Session) => Promise<T>): Promise<T> {
    current ??= {
      session: openSession(pool, () => {
        if (current === lent) current = null;
      }),
      users: 0,
    };
    const lent = current;
    lent.users += 1;
    try {
      return await work(await lent.session);
    } finally {
      lent.users -= 1;
      if (lent.users === 0) {
        if (current === lent) current = null;
        lent.session.then(
          (session) => session.end(),
          () => undefined,
        );
      }
    }
  }

  return {
    async exclusively(name, work) {
      if (held.has(name)) return 'busy';
      held.add(name);
      try {
        return await withSession(async ({ ask, end }) => {
          if (!(await ask(TAKE, name))) return 'busy';
          try {
            return { done: await work() };
          } finally {
            // A lock that cannot be given back goes with its connection.
            await ask(GIVE_BACK, name).catch(end);
          }
        });
      } finally {
        held.delete(name);
      }
    },
  };
}

/** @param onEnd called once the connection is given back or lost */
async function openSession(pool: pg.Pool, onEnd: () => void): Promise<Session> {
  const client = await pool.connect();
  let last: Promise<unknown> = Promise.resolve();
  let isOver = false;
  const end = (error?: Error): void => {
    if (isOver) return;
    isOver = true;
    client.off('error', end);
    client.release(error);
    onEnd();
  };
  client.on('error', end);
  return {
    ask(statement, name) {
      const asked = last.then(async () => {
        const { rows } = await client.query<{ done: boolean }>(statement, [name]);
        return rows[0]?.done === true;
      });
      last = asked.catch(() => undefined);
      return asked;
    },
    end,
  };
}
