import type { DevstoreOptions } from 'devstore';

/** Requests of one operation to the Admin API, and what they cost. */
export interface Asked {
  readonly operation: string;
  readonly calls: number;
  readonly throttled: number;
  /** Points taken for good: those of what came back. */
  readonly points: number;
}

/** Notes what the app asks of the local Shopify, in the platform's points. */
export interface PointsMeter {
  readonly note: NonNullable<DevstoreOptions['onAdminCall']>;
  /** What was asked since the last time, by operation, the dearest first. */
  take(): readonly Asked[];
}

export function createPointsMeter(): PointsMeter {
  let asked = new Map<string, Asked>();
  return {
    note(request, { body }) {
      const operation = request.operationName ?? 'unnamed';
      const known = asked.get(operation) ?? { operation, calls: 0, throttled: 0, points: 0 };
      const actual = costOf(body);
      asked.set(operation, {
        operation,
        calls: known.calls + 1,
        throttled: known.throttled + (isThrottled(body) ? 1 : 0),
        points: known.points + actual,
      });
    },
    take() {
      const taken = [...asked.values()].sort((a, b) => b.points - a.points);
      asked = new Map();
      return taken;
    },
  };
}

export const pointsOf = (asked: readonly Asked[]): number =>
  asked.reduce((total, { points }) => total + points, 0);

interface Answer {
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
  readonly extensions?: { readonly cost?: { readonly actualQueryCost: number | null } };
}

const costOf = (body: unknown): number =>
  (body as Answer | null)?.extensions?.cost?.actualQueryCost ?? 0;

const isThrottled = (body: unknown): boolean =>
  (body as Answer | null)?.errors?.some(({ extensions }) => extensions?.code === 'THROTTLED') ===
  true;
