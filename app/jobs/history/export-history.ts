import { z } from 'zod';

import { type ExportDeps, jobOf, writeExport } from '../../application/history/export-history.ts';
import type { Queue } from '../../application/shared/queue.ts';
import { defineJob, shop } from '../define-job.ts';

const payload = z.object({ shop, exportId: z.uuid() });

declare module '../../application/shared/queue.ts' {
  interface JobPayloads {
    'export-history': z.infer<typeof payload>;
  }
}

/** Writes a file of the history; one that takes longer than a job may is gone on with by the next. */
export const exportHistory = defineJob({
  name: 'export-history',
  payload,
  queue: { policy: 'stately', expireInSeconds: 600 },
  keyOf: (job) => `${job.shop} ${job.exportId}`,
  retries: { limit: 10, longestPauseSeconds: 300 },
  work: { groupOf: (job) => job.shop, atOnce: 1 },
  async handler(deps: ExportDeps & { readonly queue: Queue }, [job]) {
    if ((await writeExport(deps, job.shop, job.exportId)) === 'more') {
      await deps.queue.enqueue(jobOf(job.shop, job.exportId, deps.clock.now()));
    }
  },
});
