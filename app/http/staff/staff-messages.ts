import { localesByPreference } from '../../messages/accept-language.ts';
import { messagesIn, spokenLanguage } from '../../messages/messages.ts';
import type { Messages } from '../../messages/message-types.ts';

/**
 * What is said to a staff member, in the language in which they use Shopify's admin: the admin names it in the
 * address of a document, and App Bridge in the header of every later fetch. English where the app's pages do not
 * speak it.
 *
 * @see https://shopify.dev/docs/apps/build/authentication-authorization/set-embedded-app-authorization
 * @see https://shopify.dev/docs/api/app-home/apis/authentication-and-data/resource-fetching-api
 */
export function staffMessages(request: Request): Messages<'staff'> {
  const wanted = [
    new URL(request.url).searchParams.get('locale') ?? '',
    ...localesByPreference(request.headers.get('accept-language') ?? ''),
  ];
  const spoken = wanted.find((locale) => spokenLanguage(locale, 'staff') !== null);
  return messagesIn(spoken ?? 'en', 'staff');
}
