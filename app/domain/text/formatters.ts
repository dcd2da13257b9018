/** More than the languages, currencies and zones of many shops; a bound, since languages come from outside. */
const MOST = 1_000;

/**
 * Makes each of Intl's formatters once: they take a hundred times longer to make than to use.
 *
 * @param make must depend on nothing but its arguments, which have to be told apart as JSON; what it makes is shared
 */
export function madeOnce<Args extends readonly unknown[], Formatter>(
  make: (...args: Args) => Formatter,
): (...args: Args) => Formatter {
  const made = new Map<string, Formatter>();
  return (...args) => {
    const key = JSON.stringify(args);
    const known = made.get(key);
    if (known !== undefined) return known;
    if (made.size >= MOST) made.clear();
    const formatter = make(...args);
    made.set(key, formatter);
    return formatter;
  };
}
