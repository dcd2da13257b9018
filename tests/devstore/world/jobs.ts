/** Asynchronous work an API call started and can be asked about. */
import type { EpochMs, ShopDomain } from './model.ts';

export interface JobError {
  readonly code: string;
  readonly field: readonly string[] | null;
  readonly message: string;
}

export interface Job {
  readonly id: string;
  readonly shop: ShopDomain;
  readonly orderId: number;
  readonly startedAt: EpochMs;
  status: 'STARTED' | 'SUCCEEDED' | 'FAILED';
  errors: readonly JobError[];
}

export interface JobBook {
  add(job: Job): void;
  get(shop: ShopDomain, id: string): Job | null;
  runningFor(shop: ShopDomain, orderId: number): Job | null;
}

export function createJobBook(): JobBook {
  const jobs = new Map<string, Job>();
  const latestByOrder = new Map<string, Job>();
  return {
    add(job) {
      jobs.set(`${job.shop}/${job.id}`, job);
      latestByOrder.set(`${job.shop}/${job.orderId}`, job);
    },
    get: (shop, id) => jobs.get(`${shop}/${id}`) ?? null,
    runningFor(shop, orderId) {
      const job = latestByOrder.get(`${shop}/${orderId}`);
      return job !== undefined && job.status === 'STARTED' ? job : null;
    },
  };
}
