const DEFAULT_LOCALE = 'en';

/** The language that a page asks for with `?locale=`, or English for anything that is not a language tag. */
export function localeOf(request: Request): string {
  const asked = new URL(request.url).searchParams.get('locale') ?? DEFAULT_LOCALE;
  try {
    return Intl.getCanonicalLocales(asked)[0] ?? DEFAULT_LOCALE;
  } catch {
    return DEFAULT_LOCALE;
  }
}
