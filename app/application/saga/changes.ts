import { MINUTE } from '../../domain/time.ts';

/** Within this the webhooks of one change arrive: one look at what is over does for all of them. */
export const CHANGES_COME_TOGETHER = MINUTE;
