import { expect, it, vi } from 'vitest';
import * as z from 'zod/mini';

import { messagesIn } from '../../messages/messages.ts';
import { sendJson } from './send-json.ts';

const messages = messagesIn('en', 'staff');
const numbered = z.object({ id: z.number() });

const answering = (response: Response | Error) =>
  vi.stubGlobal('fetch', async () => {
    if (response instanceof Error) throw response;
    return response;
  });

it('gives what the route answers', async () => {
  answering(Response.json({ id: 1 }));
  expect(await sendJson(messages, numbered, '/x')).toEqual({ ok: true, value: { id: 1 } });
});

it('leaves out what a newer server says besides', async () => {
  answering(Response.json({ id: 1, colour: 'red' }));
  expect(await sendJson(messages, numbered, '/x')).toEqual({ ok: true, value: { id: 1 } });
});

it('gives the refusals of a refused request in the server’s words', async () => {
  const refused = { refusals: [{ code: 'a', message: 'No.' }], faults: { name: 'Missing.' } };
  answering(Response.json(refused, { status: 422 }));
  expect(await sendJson(messages, numbered, '/x', {})).toEqual({
    ok: false,
    refusals: refused.refusals,
    answer: refused,
  });
});

it('does not claim that nothing happened when no answer came', async () => {
  answering(new TypeError('Failed to fetch'));
  const sent = await sendJson(messages, numbered, '/x', {});
  expect(sent).toMatchObject({ ok: false, refusals: [{ code: 'unreachable' }] });
});

it.each([
  new Response('<html>', { status: 502 }),
  new Response('<html>', { status: 200 }),
  Response.json({ refusals: [] }, { status: 500 }),
  Response.json({ id: '1' }),
  Response.json({ colour: 'red' }),
])('takes an answer that is not one of the app’s for a failure', async (response) => {
  answering(response);
  expect(await sendJson(messages, numbered, '/x')).toMatchObject({
    ok: false,
    refusals: [{ code: 'failed' }],
  });
});
