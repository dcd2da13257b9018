import fc from 'fast-check';

// The same examples for every mutant and in every run, and no search for the smallest one that fails: it is enough
// that one does.
fc.configureGlobal({ seed: 20_261_130, endOnFailure: true });
