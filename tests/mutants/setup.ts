import fc from 'fast-check';

import { EXAMPLES } from './examples.ts';

fc.configureGlobal(EXAMPLES);
