/** `npm run validate`: the quick checks, for while a change is being made. */
import { check } from './checks/command.ts';
import { QUICK } from './checks/steps.ts';

await check(QUICK);
