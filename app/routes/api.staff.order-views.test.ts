import { describe, expect, it } from 'vitest';

import {
  createRouteContext,
  requestTo,
  sessionToken,
} from '../../tests/support/stages/route-context.ts';
import type { OrderViewBody } from '../contract/list/order-list-view.ts';
import { action } from './api.staff.order-views.tsx';

async function stage() {
  const { context, database } = await createRouteContext({});
  const as =
    (sub: string) =>
    async (body: OrderViewBody): Promise<unknown> => {
      const request = requestTo('/api/staff/order-views', {
        body,
        token: sessionToken({ sub }),
      });
      const response = await action({ request, context, params: {} });
      return { status: response.status, ...((await response.json()) as object) };
    };
  return { ann: as('1'), bob: as('2'), views: database.orderViews };
}

const add = (name: string, isShared = false) =>
  ({ do: 'add', name, query: 'tag=vip', isShared }) as const;

describe('views of the order list', () => {
  it('are somebody’s own, or everybody’s', async () => {
    const { ann, bob } = await stage();
    const own = (await ann(add('Mine'))) as { changed: string };
    const shared = (await ann(add('Ours', true))) as { changed: string };
    expect(await bob({ do: 'rename', id: own.changed, name: 'X' })).toMatchObject({
      refusals: [{ code: 'view_not_found' }],
    });
    expect(await bob({ do: 'rename', id: shared.changed, name: 'All of ours' })).toMatchObject({
      changed: shared.changed,
    });
    expect(await bob({ do: 'remove', id: own.changed })).toMatchObject({ changed: null });
    expect(await ann({ do: 'save', id: own.changed, query: 'risk=high' })).toMatchObject({
      status: 200,
      changed: own.changed,
    });
  });

  it('have a name of their own, which may stay the same', async () => {
    const { ann, bob } = await stage();
    const { changed } = (await ann(add('Mine'))) as { changed: string };
    expect(await ann(add('Mine'))).toMatchObject({ refusals: [{ code: 'view_name_taken' }] });
    expect(await ann({ do: 'rename', id: changed, name: 'Mine' })).toMatchObject({ changed });
    expect(await bob(add('Mine'))).toMatchObject({ status: 200 });
  });

  it('are gone for whoever removed them, also when somebody else was faster', async () => {
    const { ann } = await stage();
    const { changed } = (await ann(add('Mine'))) as { changed: string };
    expect(await ann({ do: 'remove', id: changed })).toMatchObject({ status: 200 });
    expect(await ann({ do: 'remove', id: changed })).toMatchObject({ status: 200 });
    expect(await ann({ do: 'save', id: changed, query: '' })).toMatchObject({
      refusals: [{ code: 'view_not_found' }],
    });
  });

  it('are no more than fifty', async () => {
    const { ann } = await stage();
    for (let view = 0; view < 50; view += 1) await ann(add(`View ${view}`));
    expect(await ann(add('One more'))).toMatchObject({ refusals: [{ code: 'too_many_views' }] });
  });
});
