import type { NotificationBody } from '../../contract/notification/notification-bodies.ts';
import type { NotificationsView } from '../../contract/notification/notification-view.ts';

/** The settings as they are filled in: texts, empty for nothing. */
export interface NotificationForm {
  /** Addresses with commas between them. */
  readonly to: string;
  readonly when: NotificationsView['staff']['when'];
  readonly hour: number;
  readonly fromAmount: string;
  readonly by: NotificationsView['customers']['by'];
  readonly senderName: string;
  readonly replyTo: string;
  readonly color: string;
  readonly logoUrl: string;
}

export const formOf = ({ staff, customers, brand }: NotificationsView): NotificationForm => ({
  to: staff.to.join(', '),
  when: staff.when,
  hour: staff.hour,
  fromAmount: staff.fromAmount ?? '',
  by: customers.by,
  senderName: brand.senderName ?? '',
  replyTo: brand.replyTo ?? '',
  color: brand.color ?? '',
  logoUrl: brand.logoUrl ?? '',
});

/** What is sent to save. */
export const bodyOf = (form: NotificationForm, basedOn: number): NotificationBody => ({
  basedOn,
  staff: {
    to: form.to.split(/[,;\s]+/).filter((address) => address !== ''),
    when: form.when,
    hour: form.hour,
    fromAmount: orNull(form.fromAmount),
  },
  customers: { by: form.by },
  brand: {
    senderName: orNull(form.senderName),
    replyTo: orNull(form.replyTo),
    color: orNull(form.color.toLowerCase()),
    logoUrl: orNull(form.logoUrl),
  },
});

const orNull = (text: string): string | null => text.trim() || null;
