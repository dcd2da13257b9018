import type { EpochMs } from '../../domain/time.ts';
import type { Result } from '../../domain/result.ts';
import type { Money } from '../../domain/money.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import type { NextStepForCustomer, TurnBackReason } from '../../domain/cancellation/events.ts';
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
  readonly content: MailContent;
}

/** A mail as its reader gets it. */
export interface ComposedMail {
  readonly subject: string;
  /** BCP 47 code of the language it is written in. */
  readonly languageCode: string;
  readonly text: string;
  /** A whole document that loads nothing. */
  readonly html: string;
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
  | { readonly template: 'refund_failed'; readonly amount: Money }
  /** Proves that mail about the order reaches whoever asked for it. */
  | { readonly template: 'guest_code'; readonly code: string };
