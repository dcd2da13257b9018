import type { PublishedLanguage } from '../../domain/policy/published/publish.ts';
import { storefrontWords } from '../../presentation/storefront-words/languages.ts';
import type { StorefrontWords } from '../../presentation/storefront-words/words.ts';
import { type Translate, windowWords } from '../../presentation/shopper/window-words.ts';

/** What every part of the guests' page needs: where it is, and in which language. */
export interface GuestPage {
  readonly language: PublishedLanguage;
  /** The page's own address on the storefront: its forms go there. */
  readonly address: string;
  /** Where the page asks for the code of a challenge; `isWrong` after one that did not fit. */
  readonly codeAddress: (challengeId: string, isWrong: boolean) => string;
  /** Where the page shows the order that a token opens, for as long as it does. */
  readonly orderAddress: (token: string) => string;
  readonly policyAddress: string;
  readonly words: StorefrontWords['guest'];
  /** The words of the signed-in customer's window: the guests' page says the same. */
  readonly t: Translate;
}

/** The page in a language, for a shop whose storefront has the app's pages below a path. */
export function guestPage(pathPrefix: string, language: PublishedLanguage): GuestPage {
  const address = `${pathPrefix}/cancel?locale=${language}`;
  const at = (more: Readonly<Record<string, string>>): string =>
    `${address}&${new URLSearchParams(more).toString()}`;
  return {
    language,
    address,
    codeAddress: (challenge, isWrong) => at({ challenge, ...(isWrong && { wrong: '1' }) }),
    orderAddress: (token) => at({ order: token }),
    policyAddress: `${pathPrefix}/policy?locale=${language}`,
    words: storefrontWords(language).guest,
    t: windowWords(language),
  };
}
