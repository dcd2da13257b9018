import type {
  FlowOutcome,
  FlowRun,
  FlowRuns,
  FlowTriggers,
  OwedTrigger,
} from '../../../app/application/flow/ports.ts';
import type { ShopDomain } from '../../../app/domain/ids.ts';

/** What Flow asked for, kept in memory; `jobs` are the runs whose job was enqueued. */
export function createMemoryFlowRuns(): FlowRuns & { readonly jobs: readonly string[] } {
  const runs = new Map<string, { readonly run: FlowRun; outcome: FlowOutcome }>();
  const jobs: string[] = [];
  const keyOf = (shop: ShopDomain, id: string) => `${shop} ${id}`;
  return {
    jobs,
    receive: async (shop, run) => {
      const key = keyOf(shop, run.id);
      const known = runs.get(key);
      if (known) return known.outcome;
      runs.set(key, { run, outcome: { state: 'waiting' } });
      jobs.push(run.id);
      return { state: 'waiting' };
    },
    waiting: async (shop, id) => {
      const found = runs.get(keyOf(shop, id));
      return found?.outcome.state === 'waiting' ? found.run : null;
    },
    settle: async (shop, id, outcome) => {
      const found = runs.get(keyOf(shop, id));
      if (found?.outcome.state === 'waiting') found.outcome = outcome;
    },
    forget: async () => 0,
  };
}

/** What Flow is told, kept in memory. */
export function createMemoryFlowTriggers(
  owedAtFirst: readonly OwedTrigger[] = [],
): FlowTriggers & { readonly uses: ReadonlyMap<string, { isUsed: boolean; at: number }> } {
  const uses = new Map<string, { isUsed: boolean; at: number }>();
  let owed = [...owedAtFirst];
  return {
    uses,
    noteUse: async (_shop, definition, use) => {
      const known = uses.get(definition);
      if (!known || known.at <= use.at) uses.set(definition, use);
    },
    used: async () => [...uses].filter(([, { isUsed }]) => isUsed).map(([name]) => name),
    owed: async (_shop, limit) => owed.slice(0, limit),
    told: async (_shop, { cancellationId, seq }) => {
      owed = owed.filter((one) => one.cancellationId !== cancellationId || one.seq !== seq);
    },
    exclusively: async (_shop, work) => ({ done: await work() }),
    shopsOwed: async () => [],
  };
}
