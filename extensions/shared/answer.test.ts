import { afterEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';

import { ask, orderNumberOf } from './answer.ts';
import { type AppAnswer, fakeApp, ok, refused } from './testing/fake-app.ts';

const schema = z.object({ order: z.string() });

async function answerTo(answer: AppAnswer) {
  vi.stubGlobal('fetch', fakeApp(() => answer).fetch);
  return ask({ method: 'GET', url: 'https://app.example.com/', schema });
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('an answer of the app', () => {
  it('is a view when it has the form of one', async () => {
    expect(await answerTo(ok({ order: '#1001' }))).toEqual({
      kind: 'view',
      view: { order: '#1001' },
    });
  });

  it('is a view also when a newer app says more', async () => {
    expect(await answerTo(ok({ order: '#1001', colour: 'red' }))).toEqual({
      kind: 'view',
      view: { order: '#1001' },
    });
  });

  it('is a refusal with its reasons, whatever its status', async () => {
    const refusals = [{ code: 'window_closed', message: 'Too late.' }];
    const expected = { kind: 'refused', refusals };
    expect(await answerTo(refused(422, 'window_closed', 'Too late.'))).toEqual(expected);
    expect(await answerTo(refused(503, 'window_closed', 'Too late.'))).toEqual(expected);
  });

  it('asks to sign in on 401, with or without words', async () => {
    expect(await answerTo(refused(401, 'sign_in'))).toEqual({ kind: 'signed_out' });
    expect(await answerTo({ status: 401, body: null })).toEqual({ kind: 'signed_out' });
  });

  it.each<[string, AppAnswer]>([
    ['a lost connection', 'lost'],
    ['another JSON', ok({ hello: 'world' })],
    ['of another kind', ok({ order: 1001 })],
    ['no JSON object', ok(null)],
    ['a refusal without reasons', { status: 422, body: { refusals: [] } }],
  ])('is none when it is %s', async (_, answer) => {
    expect(await answerTo(answer)).toEqual({ kind: 'unreachable' });
  });

  it('is none when a server on the way answers with a page', async () => {
    vi.stubGlobal('fetch', async () => new Response('<h1>Bad gateway</h1>', { status: 502 }));
    expect(await ask({ method: 'GET', url: 'https://app.example.com/', schema })).toEqual({
      kind: 'unreachable',
    });
  });

  it('is asked for once', async () => {
    const app = fakeApp(() => 'lost');
    vi.stubGlobal('fetch', app.fetch);
    await ask({ method: 'POST', url: 'https://app.example.com/', body: { a: 1 }, schema });
    expect(app.calls).toHaveLength(1);
    expect(app.calls[0]?.body).toEqual({ a: 1 });
  });
});

it('names an order by the number at the end of its id', () => {
  expect(orderNumberOf('gid://shopify/Order/820982911946154508')).toBe('820982911946154508');
});
