import type {
  AmountRow,
  WindowItem,
  WindowNotice,
  WindowPicture,
} from '../../contract/policy/window-picture.ts';
import type {
  ShopperCancellation,
  ShopperLine,
  ShopperMoney,
  ShopperOffer,
  ShopperQuote,
  ShopperView,
} from '../../contract/shopper/shopper-view.ts';
import { inDateWords } from '../../messages/date-words.ts';
import type { Messages, Translate } from '../../messages/message-types.ts';
import { messagesIn } from '../../messages/messages.ts';
import { breakdownText, declineText, refusalTexts, statusWording } from './window-words.ts';

type Offer = Extract<ShopperOffer, { available: true }>;

export type WindowScope = 'order' | 'lines';

/** What the window lets its shopper choose, as it opens first. */
export function scopesOf({ offer }: ShopperView): readonly WindowScope[] {
  if (!offer.available) return ['order'];
  if (offer.notWhole !== null) return ['lines'];
  return offer.what === 'whole_order' || units(offer.lines) <= 1 ? ['order'] : ['order', 'lines'];
}

/** Whose window is drawn. */
export interface WindowReader {
  readonly locale: string;
  /** IANA name: the shopper's own is not known, so it is the shop's. */
  readonly timeZone: string;
}

/** Draws the window of a view, for the whole order or with the items to choose from. */
export function pictureOf(
  view: ShopperView,
  reader: WindowReader,
  scope: WindowScope,
): WindowPicture {
  const { offer, cancellation } = view;
  const { locale } = reader;
  const messages = messagesIn(locale, 'shopper');
  const { t } = messages;
  return {
    heading: t('menu.cancelOrder'),
    language: locale,
    policyLink: t('policy'),
    content: offer.available
      ? offerPicture(offer, { scope, scopes: scopesOf(view) }, reader, messages)
      : {
          kind: 'notice',
          notice: cancellation
            ? statusNotice(cancellation, messages)
            : { heading: t('unavailable.heading'), texts: refusalTexts(offer.refusals, messages) },
          close: t('close'),
        },
  };
}

function offerPicture(
  offer: Offer,
  { scope, scopes }: { readonly scope: WindowScope; readonly scopes: readonly WindowScope[] },
  reader: WindowReader,
  messages: Messages<'shopper'>,
): WindowPicture['content'] {
  const { t } = messages;
  const { handling, quote, notWhole, lines, methods, reasons } = offer;
  const until =
    offer.closesAt === null
      ? ''
      : ` ${t('form.until', { time: momentWords(offer.closesAt, reader) })}`;
  const [first] = reasons;
  return {
    kind: 'offer',
    introduction: t(`form.intro.${handling}.${scope}`) + until,
    scope:
      scopes.length > 1
        ? {
            label: t('scope.label'),
            choices: scopes.map((choice) => t(`scope.${choice}`)),
            chosen: scopes.indexOf(scope),
          }
        : null,
    onlyItems: notWhole && {
      heading: t('scope.onlyItems'),
      texts: refusalTexts(notWhole, messages),
    },
    items: scope === 'order' ? [] : lines.map((line) => itemPicture(line, messages)),
    method:
      methods.length > 1
        ? {
            label: t('method.label'),
            chosen: 0,
            choices: methods.map(({ method, bonus }) =>
              bonus === null
                ? t(`method.${method}`)
                : `${t(`method.${method}`)} (${t('method.bonus', { bonus })})`,
            ),
          }
        : null,
    money: moneyPicture(scope === 'order' ? quote : null, t),
    reason: { label: t('form.reason'), choices: reasons.map(({ label }) => label) },
    comment: t(first?.needsComment ? 'form.neededComment' : 'form.comment'),
    confirm: t(`form.confirm.${handling}.${scope}`),
    keep: t('form.keep'),
  };
}

/** Where the order's cancellation stands, as the window says first. */
function statusNotice(
  cancellation: ShopperCancellation,
  messages: Messages<'shopper'>,
): WindowNotice {
  const { t } = messages;
  const { declined } = cancellation;
  const key = `status.${statusWording(cancellation)}` as const;
  return {
    heading: t(`${key}.heading`),
    texts: [declined ? declineText(declined, messages) : t(`${key}.text`)],
  };
}

function itemPicture(line: ShopperLine, messages: Messages<'shopper'>): WindowItem {
  const { title, quantity, variantTitle, refusals, cancellable } = line;
  return {
    name: quantity === 1 ? title : messages.t('items.count', { quantity, title }),
    variant: variantTitle,
    notes: refusalTexts(refusals, messages),
    possible: cancellable > 0,
  };
}

type MoneyPicture = Extract<WindowPicture['content'], { kind: 'offer' }>['money'];

function moneyPicture(quote: ShopperQuote | null, t: Translate<'shopper'>): MoneyPicture {
  const heading = t('comesBack.heading');
  if (!quote) return { heading, breakdown: [], payments: [], notes: [t('comesBack.choose')] };
  const { breakdown, total, pending, released, refunds } = quote;
  const payments = paymentsOf(quote, t);
  const isReckoned = breakdown.length > 1;
  const isNothing = payments.length === 0 && released.length === 0 && pending === null;
  return {
    heading,
    breakdown: isReckoned
      ? [
          ...breakdown.map((row) => ({
            text: breakdownText(row, t),
            amount: row.amount,
            strong: false,
          })),
          { text: t('comesBack.total'), amount: total, strong: true },
        ]
      : [],
    payments: [
      ...payments,
      ...(!isReckoned && payments.length > 1
        ? [{ text: t('comesBack.total'), amount: total, strong: true }]
        : []),
      ...released.map(({ method, amount }) => ({
        text: t('comesBack.released', { method }),
        amount,
        strong: false,
      })),
    ],
    notes: [
      ...(isNothing ? [t('comesBack.nothing')] : []),
      ...(pending === null ? [] : [t('comesBack.pending', { amount: pending })]),
      ...(refunds.length > 0 ? [t('comesBack.when')] : []),
    ],
  };
}

function paymentsOf({ refunds, storeCredit, byHand }: ShopperMoney, t: Translate<'shopper'>) {
  const row = (text: string, amount: string): AmountRow => ({ text, amount, strong: false });
  return [
    ...refunds.map(({ method, amount }) => row(t('comesBack.refund', { method }), amount)),
    ...(storeCredit === null ? [] : [row(t('comesBack.storeCredit'), storeCredit)]),
    ...byHand.map(({ method, amount }) => row(t('comesBack.byHand', { method }), amount)),
  ];
}

const units = (lines: readonly ShopperLine[]): number =>
  lines.reduce((sum, { cancellable }) => sum + cancellable, 0);

const momentWords = (iso: string, { locale, timeZone }: WindowReader): string =>
  inDateWords(new Date(iso), locale, {
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
  });
