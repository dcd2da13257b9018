import type { Config } from '../config.server.ts';
import type { BareServer } from '../http/server/bare-server.ts';
import { startMetricsServer } from '../http/health/metrics-server.ts';
import type { Logger } from '../application/shared/log.ts';
import type { Metrics } from '../observability/metrics.ts';

/** Tells what the process counts, where the configuration says so; null where it says nothing. */
export async function startMetrics(container: {
  readonly config: Pick<Config, 'metrics'>;
  readonly metrics: Metrics;
  readonly log: Logger;
}): Promise<BareServer | null> {
  const { config, metrics, log } = container;
  if (config.metrics === null) return null;
  metrics.watchProcess();
  const server = await startMetricsServer(metrics, config.metrics, (error) =>
    log.error({ error }, 'the metrics could not be told'),
  );
  log.info({ url: server.url }, 'the process tells its metrics');
  return server;
}
