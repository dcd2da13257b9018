import { describe, expect, it } from 'vitest';

import { fetchLines } from './fetch-lines.ts';

const URL_OF_FILE = 'https://storage.googleapis.com/outputs/one?Expires=1';

/** A file that comes in these pieces, and breaks off with an error where one is given. */
function serving(pieces: readonly string[], brokenBy?: Error) {
  return async () =>
    new Response(
      new ReadableStream({
        start(controller) {
          for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
          if (brokenBy) controller.error(brokenBy);
          else controller.close();
        },
      }),
    );
}

async function read(...args: Parameters<typeof fetchLines>) {
  const got: unknown[] = [];
  for await (const lines of fetchLines(...args)) {
    got.push(lines.ok ? lines.value : `${lines.error.kind} ${lines.error.code}`);
  }
  return got;
}

describe('lines of a file', () => {
  it('come some at a time, wherever the pieces of the file end', async () => {
    const fetchFile = serving(['a\nb', 'b\nc\nd\n', 'e']);
    expect(await read(fetchFile, URL_OF_FILE, 2)).toEqual([['a', 'bb'], ['c', 'd'], ['e']]);
  });

  it('come whole where a sign is cut in two', async () => {
    const bytes = new TextEncoder().encode('ü\n');
    const fetchFile = async () =>
      new Response(
        new ReadableStream({
          start(controller) {
            controller.enqueue(bytes.slice(0, 1));
            controller.enqueue(bytes.slice(1));
            controller.close();
          },
        }),
      );
    expect(await read(fetchFile, URL_OF_FILE, 10)).toEqual([['ü']]);
  });

  it('end with a failure when the connection breaks', async () => {
    const fetchFile = serving(['a\nb\n'], new TypeError('terminated'));
    const got = await read(fetchFile, URL_OF_FILE, 1);
    expect(got.at(-1)).toMatch(/^unavailable/);
  });

  it('are not had from an address that has expired, nor from one without TLS', async () => {
    const gone = async () => new Response('expired', { status: 400 });
    expect(await read(gone, URL_OF_FILE, 1)).toEqual([expect.stringMatching(/^refused|malformed/)]);
    const none = async () => {
      throw new Error('must not be asked');
    };
    expect(await read(none, 'http://storage.googleapis.com/x', 1)).toEqual(['malformed null']);
    expect(await read(none, 'not an address', 1)).toEqual(['malformed null']);
  });
});
