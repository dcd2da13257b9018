/** `npm test`: everything that must hold before a change lands. */
import { check } from './checks/command.ts';
import { ALL } from './checks/steps.ts';

await check(ALL);
