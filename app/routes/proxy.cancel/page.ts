import type { Language, Messages, Translate } from '../../messages/message-types.ts';
import { messagesIn } from '../../messages/messages.ts';

/** What every part of the guests' page needs: where it is, and in which language. */
export interface GuestPage {
  readonly language: Language;
  /** The page's own address on the storefront: its forms go there. */
  readonly address: string;
  /** Where the page asks for the code of a challenge; `isWrong` after one that did not fit. */
  readonly codeAddress: (challengeId: string, isWrong: boolean) => string;
  /** Where the page shows the order that a token opens, for as long as it does. */
  readonly orderAddress: (token: string) => string;
  readonly policyAddress: string;
  /** What the app's pages on a storefront say of their own. */
  readonly say: Translate<'storefront'>;
  /** The texts of the signed-in customer's window: the guests' page says the same. */
  readonly window: Messages<'shopper'>;
  readonly t: Translate<'shopper'>;
}

/** The page in a language, for a shop whose storefront has the app's pages below a path. */
export function guestPage(pathPrefix: string, language: Language): GuestPage {
  const address = `${pathPrefix}/cancel?locale=${language}`;
  const window = messagesIn(language, 'shopper');
  const at = (more: Readonly<Record<string, string>>): string =>
    `${address}&${new URLSearchParams(more).toString()}`;
  return {
    language,
    address,
    codeAddress: (challenge, isWrong) => at({ challenge, ...(isWrong && { wrong: '1' }) }),
    orderAddress: (token) => at({ order: token }),
    policyAddress: `${pathPrefix}/policy?locale=${language}`,
    say: messagesIn(language, 'storefront').t,
    window,
    t: window.t,
  };
}
