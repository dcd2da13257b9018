const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const fine = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** A number with as many digits as it is worth. */
export const figure = (value: number): string => (value < 100 ? fine : whole).format(value);

export const milliseconds = (value: number): string => `${figure(value)} ms`;

/** The value that `share` (0 to 1) of the values do not exceed. Throws a RangeError when there are none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (value === undefined) throw new RangeError('There is no percentile of nothing.');
  return value;
}
