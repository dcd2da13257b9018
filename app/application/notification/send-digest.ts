import type { ShopDomain } from '../../domain/ids.ts';
import { legacyNumberOf } from '../../domain/ids.ts';
import { HOUR } from '../../domain/time.ts';
import type { CancellationStore } from '../cancellation/ports.ts';
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
  const { name, contactEmail, storefrontUrl, timeZone, locales } = profile.value;
  const now = deps.clock.now();
  if (when === 'daily' && hourIn(timeZone, now) !== hour) return;
  const key = `digest-${shop}-${Math.floor(now / HOUR)}`;
  if (await deps.mailLog.wasSent(shop, key)) return;
  const [waiting, requests] = await Promise.all([
    deps.store.waiting(shop, { sort: 'deadline', cursor: null, limit: MOST_LISTED }),
    deps.dataRequests.list(shop),
  ]);
  const told = waiting.items.filter(
    ({ status, amount }) => status === 'needs_attention' || !isBelow(amount, fromAmount),
  );
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
      hasMore: waiting.next !== null,
      dataRequests,
      url: staffMail.requestsPage(shop),
    },
  };
  const sent = await deps.mailer.send(mail);
  if (!sent.ok) throw new Error(`The digest was not sent: ${sent.error.message}`);
}

/** The hour of the day in a time zone. */
const hourIn = (timeZone: string, at: number): number =>
  Number(new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(at));
