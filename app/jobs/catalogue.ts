import { deadLetters } from './dead-letters.ts';
import type { DepsOf } from './define-job.ts';
import * as everyJob from './every-job.generated.ts';

/**
 * Every job. A queue is made and worked on because a file beside or below this one defines its job. The first is where the
 * others end, so its queue has to be there before theirs.
 */
export const JOBS = [deadLetters, ...Object.values(everyJob)] as const;

/** What all of them need. */
export type JobDeps = DepsOf<(typeof JOBS)[number]>;

type ByName = { readonly [Job in (typeof JOBS)[number] as Job['name']]: Job };

const BY_NAME = Object.fromEntries(JOBS.map((job) => [job.name, job])) as ByName;

/** The job of a name. */
export const jobNamed = <Name extends keyof ByName>(name: Name): ByName[Name] => BY_NAME[name];
