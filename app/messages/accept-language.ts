import Negotiator from 'negotiator';

/**
 * The locales that an `Accept-Language` header names, the preferred one first; none that it refuses. Only read and
 * ordered here: which of them is spoken is for the caller, who takes "de-CH" for German.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.accept-language
 */
export const localesByPreference = (acceptLanguage: string): readonly string[] =>
  new Negotiator({ headers: { 'accept-language': acceptLanguage } }).languages();
