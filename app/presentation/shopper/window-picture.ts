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
import {
  type Translate,
  declineText,
  breakdownText,
  refusalTexts,
  statusWording,
  windowWords,
} from './window-words.ts';

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
  const t = windowWords(locale);
  return {
    heading: t('menu.cancelOrder'),
    language: locale,
    policyLink: t('policy'),
    content: offer.available
      ? offerPicture(offer, { scope, scopes: scopesOf(view) }, reader, t)
      : {
          kind: 'notice',
          notice: cancellation
            ? statusNotice(cancellation, locale, t)
            : { heading: t('unavailable.heading'), texts: refusalTexts(offer.refusals, locale) },
          close: t('close'),
        },
  };
}

function offerPicture(
  offer: Offer,
  { scope, scopes }: { readonly scope: WindowScope; readonly scopes: readonly WindowScope[] },
  reader: WindowReader,
  t: Translate,
): WindowPicture['content'] {
  const { locale } = reader;
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
      texts: refusalTexts(notWhole, locale),
    },
    items: scope === 'order' ? [] : lines.map((line) => itemPicture(line, locale, t)),
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
  locale: string,
  t: Translate,
): WindowNotice {
  const { declined } = cancellation;
  const key = `status.${statusWording(cancellation)}`;
  return {
    heading: t(`${key}.heading`),
    texts: [declined ? declineText(declined, locale) : t(`${key}.text`)],
  };
}

function itemPicture(line: ShopperLine, locale: string, t: Translate): WindowItem {
  const { title, quantity, variantTitle, refusals, cancellable } = line;
  return {
    name: quantity === 1 ? title : t('items.count', { quantity: String(quantity), title }),
    variant: variantTitle,
    notes: refusalTexts(refusals, locale),
    possible: cancellable > 0,
  };
}

type MoneyPicture = Extract<WindowPicture['content'], { kind: 'offer' }>['money'];

function moneyPicture(quote: ShopperQuote | null, t: Translate): MoneyPicture {
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

function paymentsOf({ refunds, storeCredit, byHand }: ShopperMoney, t: Translate) {
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
  new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
  }).format(new Date(iso));
