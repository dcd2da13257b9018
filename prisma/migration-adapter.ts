import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';

import { connectionSettings, MIGRATING } from '../app/persistence/database/connection.ts';

type MigrationConnection = Awaited<ReturnType<PrismaPg['connect']>>;

/**
 * PostgreSQL's catalog types and the type each is presented as. The schema engine reads the
 * catalog, whose `name` and `"char"` columns `@prisma/adapter-pg` 6.19 refuses; both travel as
 * text, so calling them text loses nothing.
 * Numbers: https://github.com/postgres/postgres/blob/REL_18_STABLE/src/include/catalog/pg_type.dat
 */
const PRESENTED_AS: ReadonlyMap<number, number> = new Map([
  [18, 25], // "char"   -> text
  [19, 25], // name     -> text
  [1002, 1009], // "char"[] -> text[]
  [1003, 1009], // name[]   -> text[]
]);

/**
 * The one catalog column that the engine takes as a character and nothing else: as text it panics
 * at the first check constraint, and on PostgreSQL 18, where NOT NULL is a constraint too, at the
 * first table. https://github.com/prisma/orm/issues/29635
 */
const CHARACTER_COLUMN = 'constraint_type';
const CHARACTER = 6; // ColumnTypeEnum.Character of @prisma/driver-adapter-utils

/** A client whose answers carry only column types that the Prisma adapter knows. */
class CatalogClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    // Before the client's own listener, which picks each column's parser by this number.
    this.connection.prependListener(
      'rowDescription',
      (message: { fields: { dataTypeID: number }[] }) => {
        for (const field of message.fields) {
          field.dataTypeID = PRESENTED_AS.get(field.dataTypeID) ?? field.dataTypeID;
        }
      },
    );
  }
}

/**
 * Lets `prisma migrate` reach PostgreSQL through the `pg` driver, with the schema engine that
 * ships inside the `prisma` package instead of a downloaded one. It mends what
 * `@prisma/adapter-pg` 6.19 leaves undone for migrations: catalog types, statements that contain
 * a semicolon, and a shadow database that is dropped while still connected to.
 */
export class MigrationAdapter extends PrismaPg {
  readonly #databaseUrl: string;

  /** @param databaseUrl a `postgresql://` address; its database must exist */
  constructor(databaseUrl: string) {
    super({ connectionString: databaseUrl });
    this.#databaseUrl = databaseUrl;
  }

  override async connect(): Promise<MigrationConnection> {
    return connectTo(this.#databaseUrl);
  }

  override async connectToShadowDb(): Promise<MigrationConnection> {
    const database = `prisma_migrate_shadow_db_${crypto.randomUUID()}`;
    const shadowUrl = new URL(this.#databaseUrl);
    shadowUrl.pathname = `/${database}`;

    const main = await this.connect();
    await main.executeScript(`CREATE DATABASE "${database}"`);
    const shadow = await connectTo(shadowUrl.href);
    const disconnect = shadow.dispose.bind(shadow);
    shadow.dispose = async () => {
      await disconnect();
      await main.executeScript(`DROP DATABASE "${database}"`);
      await main.dispose();
    };
    return shadow;
  }
}

async function connectTo(databaseUrl: string): Promise<MigrationConnection> {
  const pool = new pg.Pool({
    ...connectionSettings(databaseUrl, 'unorder-migrations', MIGRATING),
    Client: CatalogClient,
    idleTimeoutMillis: 100,
  });
  const connection = await new PrismaPg(pool, { disposeExternalPool: true }).connect();
  const queryRaw = connection.queryRaw.bind(connection);
  connection.queryRaw = async (query) => {
    const result = await queryRaw(query);
    const columnTypes = result.columnTypes.map((type, index) =>
      result.columnNames[index] === CHARACTER_COLUMN ? CHARACTER : type,
    );
    return { ...result, columnTypes };
  };
  // The stock version splits at every semicolon, which cuts function bodies and DO blocks apart.
  // PostgreSQL runs a script of several statements itself, in one transaction.
  connection.executeScript = async (script) => {
    try {
      await pool.query(script);
    } catch (error) {
      connection['onError'](error);
    }
  };
  return connection;
}
