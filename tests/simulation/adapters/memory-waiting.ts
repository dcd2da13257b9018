import type {
  CancellationStore,
  CancellationSummary,
  WaitingSummary,
} from '../../../app/application/cancellation/ports.ts';
import { pageOf } from '../../../app/application/shared/list-page.ts';
import type { RecordedEvent } from '../../../app/domain/cancellation/events.ts';
import type { CancellationId, ShopDomain } from '../../../app/domain/ids.ts';

interface Waiting extends WaitingSummary {
  readonly answerBy: number | null;
}

/** What waits for a person, and who looks after it. */
export function memoryWaiting<
  Row extends Pick<CancellationSummary, 'id' | 'status'> & {
    readonly events: readonly RecordedEvent[];
  },
>({
  ofShop,
  find,
  summaryOf,
}: {
  readonly ofShop: (shop: ShopDomain) => readonly Row[];
  readonly find: (shop: ShopDomain, id: CancellationId) => Row;
  readonly summaryOf: (row: Row) => CancellationSummary;
}): Pick<CancellationStore, 'waiting' | 'countWaiting' | 'assign'> {
  const assignments = new Map<string, string>();
  const waitingIn = (shop: ShopDomain): readonly Waiting[] =>
    ofShop(shop)
      .filter(({ status }) => status === 'in_review' || status === 'needs_attention')
      .map((row) => {
        const [first] = row.events;
        return {
          ...summaryOf(row),
          answerBy: first?.type === 'requested' ? first.reviewDeadline : null,
          assignedTo: assignments.get(row.id) ?? null,
        };
      });
  return {
    async waiting(shop, { sort, assignedTo, cursor, limit }) {
      const { keyOf, sign } = SORTS[sort];
      const towards = cursor?.side === 'before' ? -sign : sign;
      const found = waitingIn(shop)
        .filter((row) => assignedTo === undefined || row.assignedTo === assignedTo)
        .toSorted((a, b) => towards * byKey(keyOf(a), keyOf(b)))
        .filter((row) => !cursor || towards * byKey(keyOf(row), cursor.key) > 0);
      return pageOf(found.slice(0, limit + 1), { cursor, limit }, keyOf);
    },
    countWaiting: async (shop, most) => Math.min(most, waitingIn(shop).length),
    async assign(shop, id, { to }) {
      find(shop, id);
      if (to === null) assignments.delete(id);
      else assignments.set(id, to);
    },
  };
}

const SORTS = {
  deadline: {
    sign: 1,
    keyOf: ({ status, answerBy, id }: Waiting) => [
      status === 'in_review' ? '1' : '0',
      answerBy === null ? 'none' : String(answerBy),
      id,
    ],
  },
  newest: {
    sign: -1,
    keyOf: ({ status, openedAt, id }: Waiting) => [status, String(openedAt), id],
  },
} as const;

/** Texts of digits of one length, and "none" after them all. */
function byKey(one: readonly string[], other: readonly string[]): number {
  const index = one.findIndex((part, at) => part !== other[at]);
  return index === -1 ? 0 : (one[index] ?? '') < (other[index] ?? '') ? -1 : 1;
}
