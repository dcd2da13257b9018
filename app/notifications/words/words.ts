import type { MailContent } from '../../application/mail/ports.ts';
import type { NextStepForCustomer } from '../../domain/cancellation/events.ts';

type DeclinedFor = Extract<MailContent, { readonly template: 'declined' }>['why'];

/** Everything the mails say, in one language. Plain text: it is escaped where it is put into HTML. */
export interface Words {
  readonly greeting: (firstName: string | null) => string;
  readonly cancelled: {
    readonly subject: (orderName: string) => string;
    readonly intro: (orderName: string) => string;
    /** For a part of an order, the rest of which goes on. */
    readonly part: {
      readonly subject: (orderName: string) => string;
      readonly intro: (orderName: string) => string;
      readonly itemsHeading: string;
    };
    readonly fee: { readonly heading: string; readonly explanation: string };
    /** What the shop keeps besides a fee. */
    readonly kept: {
      readonly heading: string;
      readonly label: string;
      readonly explanation: string;
    };
    /** Money that was taken and goes back through its gateway: confirmed, or not yet. */
    readonly refunded: {
      readonly heading: string;
      readonly sent: string;
      readonly onItsWay: string;
    };
    /** Money that was reserved and never taken. */
    readonly released: { readonly heading: string; readonly explanation: string };
    /** Money that only the shop itself can hand back. */
    readonly byHand: { readonly heading: string; readonly explanation: string };
    readonly storeCredit: {
      readonly heading: string;
      readonly label: string;
      readonly given: string;
      readonly onItsWay: string;
    };
  };
  readonly declined: {
    readonly subject: (orderName: string) => string;
    readonly intro: (orderName: string) => string;
    /** Why, and what can be done instead. */
    readonly why: Readonly<Record<DeclinedFor, string>>;
    /** What the shop suggests instead. */
    readonly nextStep: Readonly<Record<NextStepForCustomer, string>>;
    /** Links: a mail to the shop, and its return policy. */
    readonly contact: string;
    readonly returns: string;
  };
  /** The request has arrived and waits for the bank's answer to the payment, or for the shop's to the request. */
  readonly received: {
    readonly subject: (orderName: string) => string;
    readonly intro: (orderName: string) => string;
    readonly review: (orderName: string) => string;
  };
  /** The same about a request for a part of an order, the rest of which nobody asked about. */
  readonly requestedPart: {
    readonly received: (orderName: string) => string;
    readonly declined: {
      readonly subject: (orderName: string) => string;
      readonly intro: (orderName: string) => string;
    };
    readonly itemsHeading: string;
  };
  /** A refund that was announced could not be carried out, or came back. */
  readonly refundFailed: {
    readonly subject: (orderName: string) => string;
    readonly intro: (orderName: string, amount: string) => string;
  };
  readonly noteFrom: (shopName: string) => string;
  readonly viewOrder: string;
  readonly replies: (shopName: string) => string;
  /** To the shop itself: a request waits for a person. */
  readonly staff: {
    readonly waiting: {
      readonly subject: (orderName: string) => string;
      readonly intro: (orderName: string) => string;
    };
    readonly near: {
      readonly subject: (orderName: string) => string;
      readonly intro: (orderName: string) => string;
    };
    readonly until: (time: string) => string;
    readonly what: string;
    readonly wholeOrder: string;
    readonly howMuch: string;
    readonly refund: string;
    readonly open: string;
    readonly closing: string;
  };
}
