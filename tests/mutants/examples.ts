/**
 * How fast-check tries properties while there are mutants: the same examples for every mutant and in every run, and no
 * search for the smallest one that fails, for it is enough that one does.
 */
export const EXAMPLES = { seed: 20_261_130, endOnFailure: true };
