import { beforeEach, expect, it } from 'vitest';

import type { HistoryExport } from '../application/history/ports.ts';
import { writeExportToken } from '../http/staff/export-token.ts';
import {
  API_SECRET,
  type RouteContext,
  SHOP,
  createRouteContext,
  requestTo,
  sessionToken,
} from '../../tests/support/stages/route-context.ts';
import { loader as linkTo } from './api.staff.history.exports.$id.tsx';
import { loader } from './exports.$token.tsx';

const ID = '00000000-0000-4000-8000-000000000001';
const PIECES = ['\uFEFForder;amount\r\n', '#1042;22,50\r\n'].map((text) =>
  new TextEncoder().encode(text),
);

let stage: RouteContext;
let state: HistoryExport['state'];

beforeEach(async () => {
  stage = await createRouteContext();
  state = 'done';
  Object.assign(stage.context.container.exports, {
    find: async (shop: string, id: string) =>
      shop === SHOP && id === ID
        ? {
            ...{ id, state, bytes: Buffer.concat(PIECES).length, requestedAt: 0 },
            form: { what: 'cancellations', format: 'spreadsheet' },
          }
        : null,
    read: async (_shop: string, _id: string, part: number) => PIECES[part] ?? null,
  });
});

const fetched = (token: string) =>
  loader({ params: { token }, context: stage.context, request: requestTo('/') });

it('a file is fetched whole by the address that staff are given', async () => {
  const request = requestTo(`/api/staff/history/exports/${ID}`, { token: sessionToken() });
  const given = await linkTo({ request, context: stage.context, params: { id: ID } });
  const { url } = (await given.json()) as { url: string };
  const file = await fetched(url.replace('/exports/', ''));
  expect(file.headers.get('content-disposition')).toBe(
    'attachment; filename="unorder-cancellations-1970-01-01.csv"',
  );
  expect(Buffer.from(await file.arrayBuffer()).toString()).toBe(Buffer.concat(PIECES).toString());
});

it('nobody is told of a file by any other address', async () => {
  const now = stage.context.container.clock.now();
  const other = { shop: SHOP, exportId: ID.replace('1', '2') };
  for (const token of ['', 'x.y.z', await writeExportToken(other, now, API_SECRET)]) {
    expect((await fetched(token)).status).toBe(404);
  }
  state = 'erased';
  const mine = await writeExportToken({ shop: SHOP, exportId: ID }, now, API_SECRET);
  expect((await fetched(mine)).status).toBe(404);
});
