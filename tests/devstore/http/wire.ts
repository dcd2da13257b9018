/**
 * How the world's values cross HTTP as JSON: a `Map` becomes an object, everything else is plain
 * already.
 */
export type Wire<T> =
  T extends ReadonlyMap<infer K extends string | number, infer V>
    ? Record<K, Wire<V>>
    : T extends readonly (infer Item)[]
      ? Wire<Item>[]
      : T extends object
        ? { [Key in keyof T]: Wire<T[Key]> }
        : T;

/** `JSON.stringify`'s replacer for `Wire`. */
export function wireReplacer(_key: string, value: unknown): unknown {
  return value instanceof Map ? Object.fromEntries<unknown>(value) : value;
}
