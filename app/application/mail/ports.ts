import type { EpochMs } from '../../domain/time.ts';
import type { Result } from '../../domain/result.ts';
import type { Money } from '../../domain/money.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import type { NextStepForCustomer, TurnBackReason } from '../../domain/cancellation/events.ts';
import type {
  MailTemplateText,
  NotificationSettings,
} from '../../domain/notification/notification-settings.ts';
import type { PlatformError } from '../shared/platform-error.ts';

/** What a mail to an order's customer needs; read when it is written, never stored. */
export interface Recipient {
  readonly shopName: string;
  /** The shop's address for customers: answers go there. */
  readonly shopEmail: string;
  /** Where customers reach the storefront, without a trailing slash. */
  readonly storefrontUrl: string;
  readonly orderName: string;
  readonly orderStatusUrl: string | null;
  readonly email: string | null;
  readonly firstName: string | null;
  /** Language code of the customer, e.g. "de". */
  readonly locale: string;
}

export interface Mail extends Omit<Recipient, 'email' | 'firstName'> {
  /** The same key gives the same Message-ID, so that a repeated mail can be recognised. */
  readonly key: string;
  readonly to: { readonly email: string; readonly firstName: string | null };
  /** Others who get the same mail. */
  readonly also?: readonly string[];
  /** Whose mail it is, to be noted; missing where that is nobody's to note. */
  readonly shop?: ShopDomain;
  readonly brand?: NotificationSettings['brand'];
  /** The merchant's own words, in Liquid; null or missing for the app's. */
  readonly words?: Pick<MailTemplateText, 'subject' | 'body'> | null;
  readonly content: MailContent;
}

/** What is wrong with a merchant's own words for a mail, and where: lines and columns from 1. */
export interface WordsFault {
  readonly where: 'subject' | 'body';
  readonly fault: 'syntax' | 'unknown_variable' | 'empty' | 'too_much';
  /** The variable or the tag; empty where there is none to name. */
  readonly what: string;
  readonly line: number | null;
  readonly column: number | null;
}

/** A mail as its reader gets it. */
export interface ComposedMail {
  readonly subject: string;
  /** BCP 47 code of the language it is written in. */
  readonly languageCode: string;
  readonly text: string;
  /** A whole document; it loads the shop's logo where one is set, and nothing else. */
  readonly html: string;
  /** Why the app's own words stand in place of the merchant's; null where they do not. */
  readonly fault: WordsFault | null;
}

/** Puts a mail's facts into words and into shape. */
export type ComposeMail = (mail: Mail) => ComposedMail;

export interface Mailer {
  /** Hands one mail to the mail server. */
  send(mail: Mail): Promise<Result<null, PlatformError>>;
}

/** How the shop itself is written to. */
export interface StaffMail {
  /** Null: the shop's own address for its customers. */
  readonly to: string | null;
  /** Where an order's page of this app opens in the shop's admin. */
  readonly orderPage: (shop: ShopDomain, orderNumber: string) => string;
  /** Where the requests open. */
  readonly requestsPage: (shop: ShopDomain) => string;
}

export interface MailItem {
  readonly title: string;
  readonly quantity: number;
}

/** What a cancellation's mail says, in facts; the templates find the words. */
export type MailContent =
  | {
      readonly template: 'cancelled';
      /** What was taken off an order whose rest goes on; null when all of it is cancelled. */
      readonly items: readonly MailItem[] | null;
      /** The cancellation fee; kept by the shop. */
      readonly fee: Money | null;
      /** What else the shop keeps of what was paid for the cancelled part. */
      readonly kept: Money | null;
      /** What each payment gives back, and what is merely released or handed over by the shop. */
      readonly refunds: readonly { readonly gatewayName: string; readonly amount: Money }[];
      readonly byHand: readonly { readonly gatewayName: string; readonly amount: Money }[];
      readonly released: readonly { readonly gatewayName: string; readonly amount: Money }[];
      readonly storeCredit: Money | null;
      /** Sent and not confirmed by the gateway yet. */
      readonly onItsWay: boolean;
      readonly note: string | null;
    }
  | {
      readonly template: 'declined';
      /** What of the order was asked for; null for the whole of it. */
      readonly items: readonly MailItem[] | null;
      readonly why: TurnBackReason['code'];
      readonly nextStep: NextStepForCustomer | null;
      readonly note: string | null;
    }
  | {
      readonly template: 'received';
      /** What of the order was asked for; null for the whole of it. */
      readonly items: readonly MailItem[] | null;
      /** What the request waits for before it is carried out. */
      readonly waitsFor: 'bank' | 'shop';
    }
  /** To the shop itself. */
  | {
      readonly template: 'request_waiting' | 'deadline_near';
      /** What the customer wants to cancel; null for the whole order. */
      readonly items: readonly MailItem[] | null;
      /** What would come back. */
      readonly amount: Money;
      /** When the request ends without an answer, in words of the shop's time zone; null for never. */
      readonly until: EpochMs | null;
      readonly timeZone: string;
      /** The order's page in the app. */
      readonly url: string;
    }
  /** To the shop itself: all that waits. */
  | {
      readonly template: 'staff_digest';
      readonly waiting: readonly {
        readonly orderName: string;
        readonly amount: Money;
        readonly needsAttention: boolean;
        readonly url: string;
      }[];
      /** There is more than is listed. */
      readonly hasMore: boolean;
      /** Customers' questions for their data that nobody has answered. */
      readonly dataRequests: number;
      readonly url: string;
    }
  | { readonly template: 'refund_failed'; readonly amount: Money }
  /** Proves that mail about the order reaches whoever asked for it. */
  | { readonly template: 'guest_code'; readonly code: string };

export type StaffContent = Extract<
  MailContent,
  { readonly template: 'request_waiting' | 'deadline_near' | 'staff_digest' }
>;

/** Mails to the shop itself. */
export const isStaffContent = (content: MailContent): content is StaffContent =>
  content.template === 'request_waiting' ||
  content.template === 'deadline_near' ||
  content.template === 'staff_digest';
