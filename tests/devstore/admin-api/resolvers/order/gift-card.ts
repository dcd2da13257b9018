/** Gift cards: what is left on them, and which order sold them. */
import type { TypeResolvers } from '../../context.ts';
import { gid } from '../../../world/gid.ts';
import type { GiftCard, Shop } from '../../../world/model.ts';
import { parseDecimal } from '../../../world/money/money.ts';
import { iso } from '../../../world/delivery/webhook-payloads/time.ts';
import { connection, type ConnectionArgs } from '../../connection.ts';
import { money } from '../../inputs/money-bag.ts';
import { notSimulated } from '../../not-simulated.ts';
import {
  beginsWith,
  compare,
  matcherOf,
  numeric,
  time,
  type Filter,
  type Searchable,
} from '../../inputs/search-syntax.ts';
import { lineSource, visibleOrder } from '../sources.ts';

export interface GiftCardsArgs extends ConnectionArgs {
  readonly query?: string | null;
  readonly savedSearchId?: string | null;
  readonly sortKey?: string | null;
}

const status: Filter<GiftCard> = (value) => {
  switch (value) {
    case 'enabled':
      return (card) => card.enabled;
    case 'disabled':
      return (card) => !card.enabled;
    default:
      throw notSimulated(`giftCards(query: "status:${value}")`);
  }
};

const balanceStatus: Filter<GiftCard> = (value) => {
  const full = (card: GiftCard): boolean => card.balance === card.initialValue;
  const empty = (card: GiftCard): boolean => card.balance === 0;
  switch (value) {
    case 'full':
      return full;
    case 'empty':
      return empty;
    case 'partial':
      return (card) => !full(card) && !empty(card);
    case 'full_or_partial':
      return (card) => !empty(card);
    default:
      throw notSimulated(`giftCards(query: "balance_status:${value}")`);
  }
};

const source: Filter<GiftCard> = (value) => {
  switch (value) {
    case 'purchased':
      return (card) => card.soldBy !== null;
    case 'manual':
      return (card) => card.soldBy === null;
    default:
      throw notSimulated(`giftCards(query: "source:${value}")`);
  }
};

/** The platform has no filter for the order that sold a card: `GiftCard.order` tells. */
const GIFT_CARD_SEARCH: Searchable<GiftCard> = {
  root: 'giftCards',
  filters: {
    id: numeric((card) => card.id),
    customer_id: numeric((card) => card.customerId ?? -1),
    created_at: time((card) => card.createdAt),
    initial_value: (value, comparison) => (card) =>
      compare(card.initialValue, comparison, parseDecimal(value, card.currency)),
    status,
    balance_status: balanceStatus,
    source,
  },
  freeText: beginsWith((card) => [card.lastCharacters]),
};

const SORTS: Readonly<Record<string, (card: GiftCard) => number>> = {
  ID: (card) => card.id,
  RELEVANCE: (card) => card.id,
  CREATED_AT: (card) => card.createdAt,
  UPDATED_AT: (card) => card.updatedAt,
  BALANCE: (card) => card.balance,
  INITIAL_VALUE: (card) => card.initialValue,
};

export function giftCardsPage(shop: Shop, args: GiftCardsArgs): object {
  if (args.savedSearchId != null) throw notSimulated('QueryRoot.giftCards(savedSearchId:)');
  const sortKey = args.sortKey ?? 'ID';
  const key = SORTS[sortKey];
  if (key === undefined) throw notSimulated(`QueryRoot.giftCards(sortKey: ${sortKey})`);
  const found = [...shop.giftCards.values()]
    .filter(matcherOf(GIFT_CARD_SEARCH, args.query ?? ''))
    .sort((a, b) => key(a) - key(b) || a.id - b.id);
  return connection(found, args, (card) => card.id);
}

const giftCard: TypeResolvers<'GiftCard'> = {
  id: (card) => gid('GiftCard', card.id),
  balance: (card) => money(card.balance, card.currency),
  initialValue: (card) => money(card.initialValue, card.currency),
  enabled: (card) => card.enabled,
  isRedeemable: (card) => card.enabled && card.balance > 0,
  createdAt: (card) => iso(card.createdAt),
  updatedAt: (card) => iso(card.updatedAt),
  deactivatedAt: (card) => iso(card.deactivatedAt),
  expiresOn: () => null,
  lastCharacters: (card) => card.lastCharacters,
  maskedCode: (card) => `•••• •••• •••• ${card.lastCharacters}`,
  note: () => null,
  customer: (card, _args, { shop }) =>
    card.customerId === null ? null : (shop.customers.get(card.customerId) ?? null),
  order: (card, _args, context) =>
    card.soldBy === null ? null : visibleOrder(context, card.soldBy.orderId),
  lineItem: ({ soldBy }, _args, context) => {
    const order = soldBy === null ? null : visibleOrder(context, soldBy.orderId);
    const line = order?.lines.find((candidate) => candidate.id === soldBy?.lineItemId);
    return order === null || line === undefined ? null : lineSource(order, line);
  },
};

export const giftCardResolvers = { GiftCard: giftCard };
