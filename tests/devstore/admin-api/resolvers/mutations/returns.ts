import type { Context } from '../../context.ts';
import { readId } from '../../inputs/ids.ts';

/**
 * No shop here has returns, so whoever asks for one is told that there is none.
 * Source: `ReturnErrorCode.NOT_FOUND` of
 * https://shopify.dev/docs/api/admin-graphql/2026-10/enums/ReturnErrorCode; the text is our own.
 */
function returnRefund(
  _root: null,
  { returnRefundInput: input }: { readonly returnRefundInput: { readonly returnId: string } },
  _context: Context,
): object {
  readId('Return', input.returnId);
  return {
    refund: null,
    userErrors: [
      {
        code: 'NOT_FOUND',
        field: ['returnRefundInput', 'returnId'],
        message: 'Return does not exist.',
      },
    ],
  };
}

export const returnMutations = { returnRefund };
