import { expect, it } from 'vitest';
import { z } from 'zod';

import { readJsonBody } from './json-body.ts';

const schema = z.strictObject({
  reasons: z.array(z.strictObject({ label: z.string().min(1, 'Empty.') })),
});

const post = (body: BodyInit) =>
  new Request('https://app.example.com/', {
    method: 'POST',
    body,
    // Node asks for this with streamed bodies; the type does not know it.
    ...{ duplex: 'half' },
  });

it('reads a body of the expected shape', async () => {
  const body = { reasons: [{ label: 'größer' }] };
  expect(await readJsonBody(post(JSON.stringify(body)), schema)).toEqual({ ok: true, value: body });
});

it('names what is wrong by its path', async () => {
  const read = await readJsonBody(post('{"reasons":[{"label":""}]}'), schema);
  expect(read).toEqual({
    ok: false,
    error: { code: 'body_malformed', fields: { 'reasons.0.label': 'Empty.' } },
  });
});

it.each(['', '{', 'null', '[]'])('refuses %j', async (body) => {
  expect(await readJsonBody(post(body), schema)).toMatchObject({
    ok: false,
    error: { code: 'body_malformed' },
  });
});

it('hears out a body that is too long, so that its sender can be told', async () => {
  const body = new TextEncoder().encode(JSON.stringify('x'.repeat(1024 * 1024)));
  let left = body;
  const pieces = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (left.length === 0) return controller.close();
      controller.enqueue(left.slice(0, 64 * 1024));
      left = left.slice(64 * 1024);
    },
  });
  const read = await readJsonBody(post(pieces), schema);
  expect(read).toEqual({ ok: false, error: { code: 'body_too_large' } });
  expect(left).toHaveLength(0);
});

it('stops reading a body that is too long, also when its length was not announced', async () => {
  let kibibytes = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      kibibytes += 64;
      controller.enqueue(new Uint8Array(64 * 1024).fill(32));
    },
  });
  const read = await readJsonBody(post(endless), schema);
  expect(read).toEqual({ ok: false, error: { code: 'body_too_large' } });
  expect(kibibytes).toBeLessThan(5 * 1024);
});

it('puts a character together that arrives in two pieces', async () => {
  const bytes = new TextEncoder().encode('{"reasons":[{"label":"ä"}]}');
  const cut = bytes.indexOf(0xc3) + 1;
  const pieces = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(bytes.slice(0, cut));
      controller.enqueue(bytes.slice(cut));
      controller.close();
    },
  });
  expect(await readJsonBody(post(pieces), schema)).toEqual({
    ok: true,
    value: { reasons: [{ label: 'ä' }] },
  });
});
