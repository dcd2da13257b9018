/** Moves one entry of a list by one place; the list itself where there is no such place. */
export function moved<T>(list: readonly T[], from: number, by: -1 | 1): readonly T[] {
  const to = from + by;
  const entry = list[from];
  const other = list[to];
  if (entry === undefined || other === undefined) return list;
  return list.with(from, other).with(to, entry);
}
