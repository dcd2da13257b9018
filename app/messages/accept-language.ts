/**
 * The locales that an `Accept-Language` header names, the preferred one first; none that it refuses.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.accept-language
 */
export function localesByPreference(acceptLanguage: string): readonly string[] {
  return acceptLanguage
    .split(',')
    .map((part) => {
      const [range = '', ...parameters] = part.trim().split(';');
      const weight = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]);
      return { range, weight: Number(weight.find((value) => value !== undefined) ?? 1) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ range }) => range);
}
