import { expect, it } from 'vitest';

import { readLines } from './read-lines.ts';

function streamOf(...chunks: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
}

it('gives whole lines, wherever the text was cut on its way', async () => {
  const bytes = new TextEncoder().encode('{"a":"ü"}\n{"b":1}\nlast');
  for (let cut = 0; cut <= bytes.length; cut++) {
    const lines: string[] = [];
    for await (const line of readLines(streamOf(bytes.slice(0, cut), bytes.slice(cut)))) {
      lines.push(line);
    }
    expect(lines).toEqual(['{"a":"ü"}', '{"b":1}', 'last']);
  }
});
