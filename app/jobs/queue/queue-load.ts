import type { QueryResultRow } from 'pg';

import type { QueueLoad } from '../../observability/metrics.ts';
import { JOBS } from '../catalogue.ts';

/** Reads the queues as they are now, one entry for each job there is; of all shops together. */
export async function readQueueLoads(sql: {
  query(text: string): Promise<{ rows: QueryResultRow[] }>;
}): Promise<readonly QueueLoad[]> {
  const { rows } = await sql.query(
    `SELECT name,
            count(*) FILTER (WHERE state < 'active' AND start_after <= now())::int AS due,
            count(*) FILTER (WHERE state < 'active' AND start_after > now())::int AS later,
            count(*) FILTER (WHERE state = 'active')::int AS active,
            coalesce(extract(epoch FROM now() - min(start_after)
              FILTER (WHERE state < 'active' AND start_after <= now())), 0)::float8 AS "oldestDueSeconds"
       FROM pgboss.job
      WHERE state < 'completed'
      GROUP BY name`,
  );
  const loads = new Map((rows as QueueLoad[]).map((load) => [load.name, load]));
  const empty = { due: 0, later: 0, active: 0, oldestDueSeconds: 0 };
  return JOBS.map(({ name }) => loads.get(name) ?? { name, ...empty });
}
