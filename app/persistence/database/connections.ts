/** How a process's connections are shared out among those of its parts that keep pools of their own. */
export interface Connections {
  /** For queries of the app. */
  readonly queries: number;
  /** For the queue's own: taking jobs and settling them. */
  readonly queue: number;
}

/** One looks whether the database answers, one holds the locks; a worker's third hears of new jobs. */
const SINGLE = { answering: 2, working: 3 };
/** A process that only enqueues needs the queue's connections at its start. */
const QUEUE_OF_ENQUEUER = 2;
const LEAST_QUERIES = 2;

/** The fewest with which every part of a process has what it needs. */
export const FEWEST_CONNECTIONS = SINGLE.working + QUEUE_OF_ENQUEUER + LEAST_QUERIES;

/**
 * Shares out the most connections that one process opens, all told.
 *
 * @param most at least `FEWEST_CONNECTIONS`
 * @param works whether the process works on jobs, or only enqueues them
 */
export function shareOut(most: number, works: boolean): Connections {
  const rest = most - (works ? SINGLE.working : SINGLE.answering);
  // Every job is taken and settled once, and asks a dozen times for itself meanwhile.
  const queue = works ? Math.max(QUEUE_OF_ENQUEUER, Math.round(rest * 0.35)) : QUEUE_OF_ENQUEUER;
  return { queries: rest - queue, queue };
}
