/**
 * How much of a bench is run: `full` for figures, `short` to see that it still runs. A short form goes through
 * all the same steps and checks; its figures mean nothing.
 */
export type Size = 'full' | 'short';
