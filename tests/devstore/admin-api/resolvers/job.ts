import type { TypeResolvers } from '../context.ts';
import type { Job } from '../../world/jobs.ts';
import { gid } from '../../world/gid.ts';
import { visibleOrder } from './sources.ts';

const isDone = (job: Job): boolean => job.status !== 'STARTED';

const job: TypeResolvers<'Job'> = {
  id: ({ job }) => gid('Job', job.id),
  done: ({ job }) => isDone(job),
  query: ({ job }) => (isDone(job) ? {} : null),
};

const orderCancelJobResult: TypeResolvers<'OrderCancelJobResult'> = {
  id: ({ job }) => gid('OrderCancelJobResult', job.id),
  done: ({ job }) => isDone(job),
  status: ({ job }) => job.status,
  errors: ({ job }) => job.errors,
  order: ({ job }, _args, context) => visibleOrder(context, job.orderId),
};

export const jobResolvers = { Job: job, OrderCancelJobResult: orderCancelJobResult };
