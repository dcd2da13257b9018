/** A stretch of time, in milliseconds since 1970. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** How much of a stretch lies in none of the others, which may overlap, in milliseconds. */
export function timeOutside({ from, to }: Span, others: readonly Span[]): number {
  let outside = 0;
  let at = from;
  for (const other of others.toSorted((a, b) => a.from - b.from)) {
    if (other.to <= at) continue;
    if (other.from >= to) break;
    outside += Math.max(0, other.from - at);
    at = other.to;
  }
  return outside + Math.max(0, to - at);
}
