/** A locale file. */
export type Texts = { readonly [key: string]: string | Texts };

/** Translates with a locale file as the host does; a key without a text fails the test. */
export function translator(texts: Texts) {
  return (key: string, replacements: Record<string, unknown> = {}): string => {
    const found = flatten(texts)[key];
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
