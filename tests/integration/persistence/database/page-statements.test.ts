import { afterAll, beforeAll, expect, test } from 'vitest';

import type { CancellationId, OrderId, ShopDomain } from '../../../../app/domain/ids.ts';
import { money } from '../../../../app/domain/money.ts';
import { bringUpToDate } from '../../../../scripts/development/up-to-date.ts';
import {
  openStatementCounter,
  type StatementCounter,
} from '../../../bench/figures/statement-counter.ts';
import { type AppProcess, startAppProcess } from '../../../support/processes/app-process.ts';
import { type AppStage, openAppStage, ownerToken } from '../../../support/processes/app-stage.ts';
import { BROWSER } from '../../../support/pages/browser-headers.ts';
import { PLACED_AT } from '../../../support/facts/order-facts.ts';
import { openStores } from '../../../support/database/open-stores.ts';
import { createTestDatabase } from '../../../support/database/postgres.ts';
import { cancellationPlan, refundPlan } from '../../../support/facts/cancellation-plan.ts';

/* How often a page of staff's asks the database, whatever its lists hold. */

/** With the session, which each of a page's two loaders reads for itself. */
const BUDGET = 6;
const CANCELLATIONS = 12;

let stage: AppStage;
let counter: StatementCounter;
let web: AppProcess;

beforeAll(async () => {
  await bringUpToDate(() => undefined);
  stage = await openAppStage(await createTestDatabase());
  counter = await openStatementCounter(stage.database.url);
  web = await startAppProcess('web', { ...stage.environment(), DATABASE_URL: counter.url });
  const shop = stage.scene.domain as ShopDomain;
  const opened = await openStores(stage.database.url);
  const { cancellations } = opened.stores();
  for (let number = 1; number <= CANCELLATIONS; number += 1) {
    const id = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` as CancellationId;
    const at = PLACED_AT + number;
    await cancellations.open(shop, {
      ...{ id, orderName: `#${number}`, at, after: null, customerId: null, limit: null },
      event: {
        type: 'requested',
        orderId: `gid://shopify/Order/${number}` as OrderId,
        actor: { kind: 'shopper' },
        ...{ channel: 'order_page', handling: 'automatic', reasonId: 'changed_mind' },
        ...{
          policyVersion: 0,
          plan: cancellationPlan(refundPlan(money(1_000, 'EUR'))),
          reviewDeadline: null,
        },
        ...{ workUnderWay: false, mails: [], reviewReasons: [] },
      },
      texts: {
        customerComment: null,
        noteToCustomer: null,
        internalNote: null,
        proofOfPayment: null,
      },
      next: { at, job: { name: 'advance-cancellation', shop, cancellationId: id, nudged: false } },
    });
    await cancellations.append(shop, id, {
      ...{ expectedSeq: 1, events: [], at, wakeAt: null, next: null },
      status: number % 2 === 0 ? 'in_review' : 'needs_attention',
    });
  }
  await opened.close();
}, 180_000);

afterAll(async () => {
  await web.stop();
  await counter.close();
  await stage.close();
});

/** What a page's data is, as the app asks for it on the way from one page to the next. */
async function read(page: string, search = ''): Promise<string> {
  const answer = await fetch(`${String(web.ready['url'])}${page}.data${search}`, {
    headers: { ...BROWSER, authorization: `Bearer ${ownerToken(stage.devstore, stage.scene)}` },
  });
  const text = await answer.text();
  expect(answer.status, text).toBe(200);
  return text;
}

test.each(['/app', '/app/requests'])(
  '%s asks the database at most six times, however much is listed',
  async (page) => {
    // The first of all takes the shop's token and stores its first policy.
    await read(page);
    const before = counter.texts();
    const shown = await read(page);
    expect(shown).toContain(`#${CANCELLATIONS}`);
    expect(shown).toContain('#1"');
    const asked = [...counter.texts()].flatMap(([text, times]) =>
      Array.from({ length: times - (before.get(text) ?? 0) }, () => text),
    );
    expect(asked.length, asked.join('\n')).toBeGreaterThan(2);
    expect(asked.length, asked.join('\n')).toBeLessThanOrEqual(BUDGET);
  },
);

test.each([
  '?after=',
  '?after=x~y',
  '?after=9999999999999999999~1',
  "?before=1'--~5",
  '?after=1~2~3&before=4',
  '?sort=-nonsense&status=lost&page=-1',
  '?sort=number&after=999999999999999999999999999999~1',
  '?before=0~0',
])('lists asked for %s are a page, and no error', async (search) => {
  await read('/app/orders', search);
  await read('/app/requests', search);
});
