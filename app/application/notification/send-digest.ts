import type { ShopDomain } from '../../domain/ids.ts';
import { legacyNumberOf } from '../../domain/ids.ts';
import { HOUR } from '../../domain/time.ts';
import type { CancellationStore, WaitingSearch, WaitingSummary } from '../cancellation/ports.ts';
import type { Mail, Mailer, StaffMail } from '../mail/ports.ts';
import type { Clock } from '../shared/clock.ts';
import type { Platform } from '../shared/platform.ts';
import type { DataRequestStore } from '../shop/ports.ts';
import { isBelow } from './shop-mailing.ts';
import type { MailLog, NotificationStore } from './ports.ts';

export interface DigestDeps {
  readonly clock: Clock;
  readonly store: Pick<CancellationStore, 'waiting'>;
  readonly dataRequests: Pick<DataRequestStore, 'list'>;
  readonly notifications: Pick<NotificationStore, 'current'>;
  readonly mailLog: Pick<MailLog, 'wasSent'>;
  readonly platform: Pick<Platform, 'readShop'>;
  readonly mailer: Mailer;
  readonly staffMail: StaffMail | null;
}

const MOST_LISTED = 50;

/**
 * Writes to a shop's staff of all that waits for them, as it is when the mail is written: nothing is told that was
 * settled meanwhile, and no mail goes where nothing waits. Once an hour or a day, whoever asks how often.
 *
 * @throws when the platform or the mail server does not answer: the job comes again
 */
export async function sendDigest(deps: DigestDeps, shop: ShopDomain): Promise<void> {
  const { staffMail } = deps;
  if (!staffMail) return;
  const { settings } = await deps.notifications.current(shop);
  const { when, hour, to, fromAmount } = settings.staff;
  if (when !== 'hourly' && when !== 'daily') return;
  const profile = await deps.platform.readShop(shop);
  if (!profile.ok) throw new Error(`The shop could not be read: ${profile.error.message}`);
  const { name, contactEmail, storefrontUrl, timeZone, locales, currencyCode } = profile.value;
  const now = deps.clock.now();
  if (when === 'daily' && hourIn(timeZone, now) !== hour) return;
  const key = `digest-${shop}-${Math.floor(now / HOUR)}`;
  if (await deps.mailLog.wasSent(shop, key)) return;
  // What an amount in another currency is worth nobody knows here: it is told.
  const isTold = ({ status, amount }: WaitingSummary): boolean =>
    status === 'needs_attention' ||
    amount.currencyCode !== currencyCode ||
    !isBelow(amount, fromAmount);
  const [{ told, hasMore }, requests] = await Promise.all([
    firstWaiting(deps.store, shop, isTold),
    deps.dataRequests.list(shop),
  ]);
  const dataRequests = requests.filter(({ handedOver }) => handedOver === null).length;
  if (told.length + dataRequests === 0) return;
  const [first = staffMail.to ?? contactEmail, ...also] = to;
  const mail: Mail = {
    key,
    shop,
    to: { email: first, firstName: null },
    also,
    shopName: name,
    shopEmail: contactEmail,
    storefrontUrl,
    orderName: '',
    orderStatusUrl: null,
    locale: locales.find(({ primary }) => primary)?.locale ?? 'en',
    content: {
      template: 'staff_digest',
      waiting: told.map(({ orderName, amount, status, orderId }) => ({
        orderName,
        amount,
        needsAttention: status === 'needs_attention',
        url: staffMail.orderPage(shop, legacyNumberOf(orderId)),
      })),
      hasMore,
      dataRequests,
      url: staffMail.requestsPage(shop),
    },
  };
  const sent = await deps.mailer.send(mail);
  if (!sent.ok) throw new Error(`The digest was not sent: ${sent.error.message}`);
}

/** The first of those that are to be told of, however many that are not come before them. */
async function firstWaiting(
  store: DigestDeps['store'],
  shop: ShopDomain,
  isTold: (waiting: WaitingSummary) => boolean,
): Promise<{ readonly told: readonly WaitingSummary[]; readonly hasMore: boolean }> {
  const told: WaitingSummary[] = [];
  let cursor: WaitingSearch['cursor'] = null;
  for (;;) {
    const page = await store.waiting(shop, { sort: 'deadline', cursor, limit: MOST_LISTED });
    told.push(...page.items.filter(isTold));
    if (told.length > MOST_LISTED) return { told: told.slice(0, MOST_LISTED), hasMore: true };
    if (page.next === null) return { told, hasMore: false };
    cursor = { side: 'after', key: page.next };
  }
}

/** The hour of the day in a time zone. */
const hourIn = (timeZone: string, at: number): number =>
  Number(new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(at));
