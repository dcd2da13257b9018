import { describe, expect, it, test } from 'vitest';

import { frozenExamples } from '../../tests/frozen/examples.ts';
import { OWNER } from '../../tests/support/facts/staff-access.ts';
import type { CancellationRecord } from '../application/cancellation/cancellation-record.ts';
import { movedByChoice } from '../domain/authority/money-moved.ts';
import { decide } from '../domain/cancellation/machine/decide.ts';
import type { RecordedEvent } from '../domain/cancellation/events.ts';
import { evolve, fold } from '../domain/cancellation/machine/evolve.ts';
import { next } from '../domain/cancellation/machine/next.ts';
import type { CancellationId } from '../domain/ids.ts';
import type { Money } from '../domain/money.ts';
import { DEFAULT_POLICY } from '../messages/default-policy.ts';
import type { RefundPlan } from '../domain/refund/plan/refund-plan.ts';
import { ok } from '../domain/result.ts';
import { type JobDeps, jobNamed } from '../jobs/catalogue.ts';
import type { JobName } from '../application/shared/queue.ts';
import { presentCancellation } from '../presentation/cancellation/present-cancellation.ts';
import { presentShopperCancellation } from '../presentation/shopper/present-shopper-cancellation.ts';
import { EVENT_FORMAT, readEvent } from './event-format.ts';
import { JOB_FORMAT } from './job-format.ts';
import { NOTIFICATION_FORMAT, readNotifications } from './notification-format.ts';
import { WEBHOOK_FORMAT, readWebhookEvent } from './webhook-format.ts';
import { POLICY_FORMAT, readPolicy } from './policy-format.ts';
import { NewerFormat, type StoredDocument } from './upcast.ts';
import { messagesIn } from '../messages/messages.ts';

const ID = '00000000-0000-4000-8000-000000000001' as CancellationId;
const NO_TEXTS = {
  customerComment: null,
  noteToCustomer: null,
  internalNote: null,
  proofOfPayment: null,
};

interface FrozenCancellation {
  readonly status: string;
  readonly events: readonly (StoredDocument & {
    readonly type: string;
    readonly seq: number;
    readonly at: number;
  })[];
}

describe.each(frozenExamples('cancellations'))(
  'cancellations of $file',
  ({ format, documents }) => {
    const cancellations = documents.map((document) => document as unknown as FrozenCancellation);
    const read = ({ events }: FrozenCancellation): readonly RecordedEvent[] =>
      events.map(({ type, seq, at, ...data }) => ({ ...readEvent(format, type, data), seq, at }));

    it('stand where they stood', () => {
      for (const cancellation of cancellations) {
        expect(fold(read(cancellation), ID).status).toBe(cancellation.status);
      }
    });

    it('are shown to staff and shopper at every moment of their story', () => {
      for (const record of moments(cancellations.map(read))) {
        const views = [
          presentCancellation(record, DEFAULT_POLICY, ok(OWNER), messagesIn('en', 'staff')),
          presentShopperCancellation(record, DEFAULT_POLICY, 'de'),
        ];
        expect(JSON.stringify(views)).not.toMatch(/NaN|undefined|\[object/);
      }
    });

    it('go on from every moment of their story, whatever a person chooses', () => {
      for (const { state, events } of moments(cancellations.map(read))) {
        const now = (events.at(-1)?.at ?? 0) + 1;
        for (const nudged of [false, true]) expect(next(state, now, nudged)).toHaveProperty('do');
        for (const choice of state.attention?.choices ?? []) {
          expect(movedByChoice(state, choice).amount.minor).toBeGreaterThanOrEqual(0);
          const decided = decide(state, { type: 'resume', actor: STAFF, choice }, now);
          if (!decided.ok) continue;
          const resumed = decided.value.reduce(
            (before, event, n) =>
              evolve(before, { ...event, seq: events.length + n + 1, at: now }, ID),
            state,
          );
          expect(next(resumed, now)).toHaveProperty('do');
        }
      }
    });

    it('have plans whose parts sum to the whole', () => {
      const plans = moments(cancellations.map(read)).map(({ state }) => state.plan.refund);
      for (const plan of plans) expect(minor(plan.amount), JSON.stringify(plan)).toBe(sumOf(plan));
    });
  },
);

const STAFF = { kind: 'staff', staffId: 'gid://shopify/StaffMember/1' } as const;

/** Each story after each of its events. */
function moments(stories: readonly (readonly RecordedEvent[])[]): readonly CancellationRecord[] {
  return stories.flatMap((story) =>
    story.map((_event, index) => {
      const events = story.slice(0, index + 1);
      return { state: fold(events, ID), events, texts: NO_TEXTS };
    }),
  );
}

const minor = ({ minor: amount }: Money): number => amount;
const total = (parts: readonly { readonly amount: Money }[]): number =>
  parts.reduce((sum, { amount }) => sum + minor(amount), 0);

/** What comes back by the plan's own parts, as its type says, up to what can come back at all. */
function sumOf(plan: RefundPlan): number {
  const { worth, notPaid, fee, lostDeals, regainedDeals, withheld } = plan;
  const sum = minor(worth) - minor(notPaid) - minor(fee) - total(lostDeals) - minor(withheld);
  expect(total(regainedDeals)).toBeGreaterThanOrEqual(0);
  return Math.max(0, sum);
}

test.each(frozenExamples('policies'))(
  'policies of $file still say what they said',
  ({ format, documents }) => {
    for (const document of documents) {
      const policy = readPolicy(format, document);
      expect(policy).toMatchObject({ enabled: document.enabled, reviewDays: document.reviewDays });
      expect(policy.reasons.map(({ id }) => id)).toEqual(
        (document.reasons as { id: string }[]).map(({ id }) => id),
      );
      expect(policy.rules.length).toBeGreaterThan(0);
    }
  },
);

test.each(frozenExamples('notifications'))(
  'notification settings of $file still say what they said',
  ({ format, documents }) => {
    for (const document of documents) {
      const { staff, customers, brand, templates } = readNotifications(format, document);
      expect({ staff, customers, brand, templates }).toMatchObject(document);
    }
  },
);

test.each(frozenExamples('webhooks'))(
  'webhooks of $file still say what they said',
  ({ format, documents }) => {
    for (const document of documents) {
      const event = readWebhookEvent(format, document);
      expect(event.kind).toBe(document.kind);
      if (event.kind === 'customer_data_requested')
        expect(Array.isArray(event.orderIds)).toBe(true);
      if (event.kind === 'scopes_changed') expect(event).toEqual({ kind: 'scopes_changed' });
    }
  },
);

const payloadOf = (name: JobName, data: object): unknown =>
  jobNamed(name)
    .work({ config: { workerConcurrency: 1 } } as JobDeps)
    .read(data);

test.each(frozenExamples('jobs'))('jobs of $file are still carried out', ({ documents }) => {
  for (const { name, format, ...carried } of documents) {
    expect(payloadOf(name as JobName, { format, ...carried })).toEqual(carried);
  }
});

it.each([
  ['cancellations', EVENT_FORMAT],
  ['policies', POLICY_FORMAT],
  ['notifications', NOTIFICATION_FORMAT],
  ['webhooks', WEBHOOK_FORMAT],
  ['jobs', JOB_FORMAT],
] as const)('the present format of %s is frozen too', (kind, format) => {
  expect(frozenExamples(kind).map((example) => example.format)).toContain(format);
});

test('what a newer release stored is left to it', () => {
  expect(() => readEvent(EVENT_FORMAT + 1, 'completed', {})).toThrow(NewerFormat);
  expect(() => readPolicy(POLICY_FORMAT + 1, {})).toThrow(NewerFormat);
  expect(() => readNotifications(NOTIFICATION_FORMAT + 1, {})).toThrow(NewerFormat);
  expect(() => readWebhookEvent(WEBHOOK_FORMAT + 1, { kind: 'app_uninstalled' })).toThrow(
    NewerFormat,
  );
  expect(() =>
    payloadOf('sync-orders', { shop: 'a.myshopify.com', format: JOB_FORMAT + 1 }),
  ).toThrow(NewerFormat);
});
