import type { Pool, PoolClient } from 'pg';

/**
 * Multiplies what a shop of the demo holds, in the database alone: each order and each ended cancellation is copied,
 * with ids, numbers and dates of its own, until there are as many as wanted. Whatever columns the tables have come
 * along. Triggers rest meanwhile: what they keep apart is copied with the rest.
 */
export async function multiplyShop(
  pool: Pool,
  shop: string,
  wanted: { readonly orders: number; readonly cancellations: number },
): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("SET session_replication_role = 'replica'");
    await multiplyOrders(client, shop, wanted.orders);
    await multiplyCancellations(client, shop, wanted.cancellations);
    await client.query('RESET session_replication_role');
    for (const table of ['order_mirror', 'cancellations', 'cancellation_events']) {
      await client.query(`VACUUM ANALYZE ${table}`);
    }
  } finally {
    client.release();
  }
}

/** Copies that stand in one statement: the table's memory stays small. */
const AT_ONCE = 100;

async function multiplyOrders(client: PoolClient, shop: string, wanted: number): Promise<void> {
  const names = await insertable(client, 'order_mirror');
  const { rows } = await client.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM order_mirror WHERE shop = $1',
    [shop],
  );
  const there = rows[0]?.count ?? 0;
  if (there === 0) throw new Error(`${shop} has no orders to copy.`);
  const copies = Math.ceil(wanted / there) - 1;
  const values = names.map(
    (name) =>
      ({
        order_id: `'gid://shopify/Order/' || (8000000000000 + copy * 100000 + place)`,
        name: `'#' || (100000 + copy * 1000 + place)`,
        created_at: `created_at - copy * interval '41 seconds'`,
        updated_at: `updated_at - copy * interval '41 seconds'`,
      })[name] ?? quoted(name),
  );
  for (let first = 1; first <= copies; first += AT_ONCE) {
    await client.query(
      `INSERT INTO order_mirror (${names.map(quoted).join(', ')})
       SELECT ${values.join(', ')}
       FROM (SELECT *, row_number() OVER (ORDER BY order_id) AS place FROM order_mirror
             WHERE shop = $1 AND order_id NOT LIKE 'gid://shopify/Order/8000%') AS known,
            generate_series($2::int, $3::int) AS copy`,
      [shop, first, Math.min(copies, first + AT_ONCE - 1)],
    );
  }
}

async function multiplyCancellations(
  client: PoolClient,
  shop: string,
  wanted: number,
): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    'SELECT id FROM cancellations WHERE shop = $1 AND NOT live ORDER BY id',
    [shop],
  );
  if (rows.length === 0) throw new Error(`${shop} has no cancellation to copy.`);
  const ids = rows.map(({ id }) => id);
  const copies = Math.ceil(wanted / ids.length) - 1;
  const copied = {
    cancellations: {
      id: COPIED_ID('id'),
      order_id: `'gid://shopify/Order/' || (8000000000000 + copy * 100000 + 1)`,
      opened_at: `opened_at - copy * interval '67 seconds'`,
      updated_at: `updated_at - copy * interval '67 seconds'`,
    },
    cancellation_events: {
      cancellation_id: COPIED_ID('cancellation_id'),
      at: `at - copy * interval '67 seconds'`,
    },
    cancellation_texts: { cancellation_id: COPIED_ID('cancellation_id') },
  };
  for (const [table, changed] of Object.entries(copied)) {
    const names = await insertable(client, table);
    const key = table === 'cancellations' ? 'id' : 'cancellation_id';
    const values = names.map(
      (name) => (changed as Readonly<Record<string, string>>)[name] ?? quoted(name),
    );
    for (let first = 1; first <= copies; first += 10 * AT_ONCE) {
      await client.query(
        `INSERT INTO ${table} (${names.map(quoted).join(', ')})
         SELECT ${values.join(', ')} FROM ${table}, generate_series($3::int, $4::int) AS copy
         WHERE shop = $1 AND ${key} = ANY ($2::uuid[])`,
        [shop, ids, first, Math.min(copies, first + 10 * AT_ONCE - 1)],
      );
    }
  }
}

/** An id that follows from what it is a copy of, so that events and texts find their cancellation. */
const COPIED_ID = (key: string): string => `md5(${key}::text || copy)::uuid`;

const quoted = (name: string): string => `"${name}"`;

/** The columns of a table that a row is written to; generated ones follow from them. */
async function insertable(client: PoolClient, table: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ column_name: string }>(
    `SELECT column_name FROM information_schema.columns
     WHERE table_schema = current_schema() AND table_name = $1 AND is_generated = 'NEVER'
       AND is_identity = 'NO' ORDER BY ordinal_position`,
    [table],
  );
  return rows.map(({ column_name: name }) => name);
}
