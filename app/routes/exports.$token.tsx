import type { LoaderFunctionArgs } from '@remix-run/node';

import { readExportToken } from '../http/staff/export-token.ts';
import type { HistoryExports } from '../application/history/ports.ts';
import type { ShopDomain } from '../domain/ids.ts';

const TYPES = {
  csv: { type: 'text/csv; charset=utf-8', ending: 'csv' },
  spreadsheet: { type: 'text/csv; charset=utf-8', ending: 'csv' },
  jsonl: { type: 'application/jsonl; charset=utf-8', ending: 'jsonl' },
} as const;

/** A file of the history, for whoever was given its address within the last minutes; any other is not found. */
export const loader = async ({ params, context }: LoaderFunctionArgs) => {
  const { exports, clock, config } = context.container;
  const now = clock.now();
  const claim = await readExportToken(params['token'] ?? '', config.shopify.apiSecret, now);
  const file = claim && (await exports.find(claim.shop, claim.exportId));
  if (!claim || file?.state !== 'done') return new Response(null, { status: 404 });
  const { type, ending } = TYPES[file.form.format];
  const day = new Date(file.requestedAt).toISOString().slice(0, 10);
  return new Response(piecesOf(exports, claim.shop, file.id), {
    headers: {
      'Content-Type': type,
      'Content-Length': String(file.bytes),
      'Content-Disposition': `attachment; filename="unorder-${file.form.what}-${day}.${ending}"`,
      'X-Content-Type-Options': 'nosniff',
    },
  });
};

/** Piece by piece, as fast as they are taken: of a large file no more than one is in memory. */
function piecesOf(
  exports: HistoryExports,
  shop: ShopDomain,
  id: string,
): ReadableStream<Uint8Array> {
  let part = 0;
  return new ReadableStream({
    async pull(controller) {
      const piece = await exports.read(shop, id, part);
      part += 1;
      if (piece) controller.enqueue(piece);
      else controller.close();
    },
  });
}
