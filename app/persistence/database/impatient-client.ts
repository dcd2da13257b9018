import pg from 'pg';

/** Whether a statement got no answer in time. */
const isUnanswered = (error: unknown): boolean =>
  // The driver gives this failure neither a class nor a code.
  error instanceof Error && error.message === 'Query read timeout';

/**
 * A connection that ends when a statement of it got no answer in time: it is good for nothing, not even a rollback,
 * and whoever holds it has to be told at once and must not hand it on. (What the pool itself asks by `pool.query`
 * it closes anyway.)
 */
export class ImpatientClient extends pg.Client {
  override query(...given: unknown[]): never {
    const asked: unknown = super.query(...(given as [string]));
    if (asked instanceof Promise) {
      asked.catch((error: unknown) => {
        if (isUnanswered(error)) this.connection.stream.destroy();
      });
    }
    // `never` fits each of the driver's overloads, whose types callers see.
    return asked as never;
  }
}
