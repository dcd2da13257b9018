const UNITS = [
  ['day', 24 * 60],
  ['hour', 60],
  ['minute', 1],
] as const;

/** A number of minutes in larger words: "90" becomes "That is 1 hour 30 minutes". Empty below an hour. */
export function durationWords(minutes: string): string {
  if (!/^\d{1,9}$/.test(minutes.trim())) return '';
  let left = Number(minutes);
  if (left < 60) return '';
  const parts = UNITS.flatMap(([unit, length]) => {
    const count = Math.floor(left / length);
    left -= count * length;
    return count === 0 ? [] : [`${count} ${unit}${count === 1 ? '' : 's'}`];
  });
  return `That is ${parts.join(' ')}`;
}
