/**
 * An answer that is sent as it comes about, one JSON value a line. Stops asking for more as soon as nobody
 * reads any longer. `no-transform` keeps it from being held back to be compressed.
 *
 * @see https://github.com/ndjson/ndjson-spec
 */
export function jsonLines(messages: AsyncIterator<unknown>): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await messages.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(`${JSON.stringify(next.value)}\n`));
    },
    async cancel() {
      await messages.return?.();
    },
  });
  return new Response(body, {
    headers: {
      'Content-Type': 'application/x-ndjson',
      'Cache-Control': 'no-store, no-transform',
    },
  });
}
