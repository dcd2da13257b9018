/** A locale file. */
export type Texts = { readonly [key: string]: string | Texts };

/** Translates with a locale file as the host does; a key without a text fails the test. */
export function translator(texts: Texts) {
  const all = flatten(texts);
  const { language } = texts;
  const plural = new Intl.PluralRules(typeof language === 'string' ? language : 'en');
  return (key: string, replacements: Record<string, unknown> = {}): string => {
    const { count } = replacements;
    const counted = typeof count === 'number' ? all[`${key}.${plural.select(count)}`] : undefined;
    const found = counted ?? all[key];
    if (found === undefined) throw new Error(`The locale has no text for ${key}.`);
    return found.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(replacements[name]));
  };
}

/** Every text by its dotted key. */
export function flatten(texts: Texts, prefix = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[prefix + key, value]]
        : Object.entries(flatten(value, `${prefix}${key}.`)),
    ),
  );
}
