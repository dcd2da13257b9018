/**
 * How much of a bench is run: `full` for figures, `short` to see that it still runs. A short form goes through
 * all the same steps and checks; its figures mean nothing.
 */
export type Size = 'full' | 'short';

/** What a bench's full form can be told. */
export interface BenchOptions {
  /** How many orders the shop of the lists has. */
  readonly orders?: number;
  /** Whether the engine's statements are listed. */
  readonly statements?: boolean;
}
