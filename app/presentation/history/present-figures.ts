import type { CountedDays, DayRange, SetupState } from '../../application/history/ports.ts';
import type { FiguresView, SetupView, ShareView } from '../../contract/list/figures-view.ts';
import type { Figures } from '../../domain/history/figures.ts';
import { formatMoney, money } from '../../domain/money.ts';
import type { Policy } from '../../domain/policy/document/policy.ts';
import { DAY, HOUR } from '../../domain/time.ts';
import type { Messages } from '../../messages/message-types.ts';
import { reasonLabel } from './present-history.ts';

export const RANGES = [7, 30, 90] as const;
const DEFAULT_RANGE = 30;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The days that a page's address asks for: `?days=7`, or `?from=2026-11-01&to=2026-11-30`; 30 days for any other. */
export function rangeOf(params: URLSearchParams): DayRange {
  const [from, to] = [params.get('from') ?? '', params.get('to') ?? ''];
  const isDate = (day: string) => DATE.test(day) && !Number.isNaN(Date.parse(day));
  if (isDate(from) && isDate(to) && from <= to) return { from, to };
  const days = Number(params.get('days'));
  return { days: RANGES.find((one) => one === days) ?? DEFAULT_RANGE };
}

/** As many bars as can be told apart at a telephone's width. */
const MOST_BARS = 92;

export function presentFigures(
  counted: CountedDays,
  range: DayRange,
  policy: Policy,
  messages: Messages<'staff'>,
): FiguresView {
  const { from, to, timeZone, byDay, byCurrency, byWho, byReason } = counted;
  const { t } = messages;
  const dates = `date=${from}..${to}`;
  const shares = (
    all: readonly { readonly key: string; readonly label: string; readonly count: number }[],
    filter: string,
  ) => withShares(all, messages.locale, (key) => `/app/history?${filter}=${key}&${dates}`);
  return {
    days: 'days' in range ? range.days : null,
    ...{ from, to, timeZone },
    isEmpty: byDay.length === 0,
    tiles: tilesOf(counted, dates, messages),
    bars: barsOf(byDay, from, to, messages.locale),
    money: byCurrency.map(({ currencyCode, figures }) => {
      const amount = (minor: number) => formatMoney(money(minor, currencyCode), messages.locale);
      return {
        currency: currencyCode,
        back: amount(figures.backMinor),
        kept: amount(figures.keptMinor),
        saved: amount(figures.savedMinor),
        changed: amount(figures.changedMinor),
        credit: amount(figures.creditMinor),
      };
    }),
    who: shares(
      byWho.map(({ who, opened }) => ({
        key: who,
        label: t(`historyPage.who.${who}`),
        count: opened,
      })),
      'who',
    ),
    reasons: shares(
      byReason.map(({ reason, opened }) => ({
        key: reason,
        label: reasonLabel(reason, policy, messages),
        count: opened,
      })),
      'reason',
    ),
  };
}

function tilesOf(
  { byCurrency, orders }: CountedDays,
  dates: string,
  { t, locale }: Messages<'staff'>,
): FiguresView['tiles'] {
  const total = (name: keyof Figures) =>
    byCurrency.reduce((sum, { figures }) => sum + figures[name], 0);
  const number = (value: number) => value.toLocaleString(locale);
  const cancelled = total('cancelled');
  const settled = total('moneyBack');
  const lists = `/app/history?${dates}`;
  const none = t('figures.none');
  return [
    {
      label: t('figures.requests'),
      value: number(total('opened')),
      help: null,
      url: lists,
    },
    {
      label: t('figures.cancelled'),
      value: number(cancelled),
      help: t('figures.cancelledHelp'),
      url: `${lists}&step=cancel_confirmed`,
    },
    {
      label: t('figures.rate'),
      value: orders.placed === 0 ? none : percentText(orders.cancelled / orders.placed, locale, 1),
      help: t('figures.rateHelp', {
        cancelled: number(orders.cancelled),
        placed: number(orders.placed),
      }),
      url: '/app/orders?status=cancelled',
    },
    {
      label: t('figures.time'),
      value: settled === 0 ? none : durationText(total('moneyBackMs') / settled, locale),
      help: t('figures.timeHelp'),
      url: `${lists}&step=money_observed`,
    },
    {
      label: t('figures.alone'),
      value: cancelled === 0 ? none : percentText(total('alone') / cancelled, locale, 0),
      help: t('figures.aloneHelp'),
      url: lists,
    },
    {
      label: t('figures.restocked'),
      value: number(total('unitsBack')),
      help: t('figures.restockedHelp'),
      url: `${lists}&outcome=cancelled`,
    },
  ];
}

/** A day each from the first to the last; a week each where these were too many. */
function barsOf(
  byDay: CountedDays['byDay'],
  from: string,
  to: string,
  locale: string,
): FiguresView['bars'] {
  const [first, last] = [Date.parse(from), Date.parse(to)];
  const length = Math.round((last - first) / DAY) + 1;
  const width = Math.max(1, Math.ceil(length / MOST_BARS));
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const bars = Array.from({ length: Math.ceil(length / width) }, (_, index) => ({
    label: day.format(first + index * width * DAY),
    ...{ opened: 0, cancelled: 0 },
  }));
  for (const { day: date, opened, cancelled } of byDay) {
    const bar = bars[Math.floor((Date.parse(date) - first) / DAY / width)];
    if (!bar) continue;
    bar.opened += opened;
    bar.cancelled += cancelled;
  }
  return bars;
}

/** Whole percents that come to a hundred: what rounding leaves goes to those it took the most from. */
function withShares(
  all: readonly { readonly key: string; readonly label: string; readonly count: number }[],
  locale: string,
  urlOf: (key: string) => string,
): ShareView[] {
  const total = all.reduce((sum, { count }) => sum + count, 0);
  const exact = all.map(({ count }) => (total === 0 ? 0 : (100 * count) / total));
  const percents = exact.map(Math.floor);
  const left = total === 0 ? 0 : 100 - percents.reduce((sum, one) => sum + one, 0);
  const mostTaken = exact
    .map((value, index) => ({ index, taken: value - Math.floor(value) }))
    .toSorted((one, other) => other.taken - one.taken)
    .slice(0, left);
  for (const { index } of mostTaken) percents[index] = (percents[index] ?? 0) + 1;
  return all.map(({ key, label, count }, index) => {
    const percent = percents[index] ?? 0;
    const share = percentText(percent / 100, locale, 0);
    return { label, count, percent, share, url: urlOf(key) };
  });
}

const percentText = (value: number, locale: string, digits: number): string =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits }).format(value);

/** "3 hours", "2.5 days" */
function durationText(ms: number, locale: string): string {
  const [value, unit] =
    ms < HOUR
      ? [Math.max(1, ms / (HOUR / 60)), 'minute']
      : ms < 2 * DAY
        ? [ms / HOUR, 'hour']
        : [ms / DAY, 'day'];
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: ms < 2 * DAY ? 0 : 1,
  }).format(value);
}

/** What a new shop has still to do; null where all is done, or the guide was put away. */
export function presentSetup(
  setup: SetupState,
  shop: { readonly sendsMail: boolean; readonly hasCancelled: boolean },
): SetupView | null {
  if (setup.dismissedAt !== null) return null;
  const steps: SetupView['steps'] = [
    { key: 'policy', done: setup.policyReadAt !== null },
    { key: 'page', done: setup.pageSeenAt !== null },
    { key: 'block', done: setup.blockSeenAt !== null },
    { key: 'mail', done: shop.sendsMail },
    { key: 'test', done: shop.hasCancelled },
  ];
  return steps.every(({ done }) => done) ? null : { steps };
}
