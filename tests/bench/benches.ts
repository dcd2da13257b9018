import { benchEager } from './eager.ts';
import { benchEligibility } from './eligibility.ts';
import { benchEngine } from './engine.ts';
import { benchLists } from './lists.ts';
import { benchPages } from './pages.ts';
import { benchQueries } from './queries.ts';
import { benchPoints } from './points.ts';
import { benchPolicy } from './policy.ts';
import type { Report } from './figures/report.ts';
import type { BenchOptions, Size } from './figures/size.ts';
import { benchSmallShop } from './smallshop.ts';
import { benchWebhooks } from './webhooks.ts';

/** Every bench, by the name the command takes. */
export const BENCHES: ReadonlyMap<string, (size: Size, options?: BenchOptions) => Promise<Report>> =
  new Map([
    ['webhooks', benchWebhooks],
    ['engine', benchEngine],
    ['eligibility', benchEligibility],
    ['policy', benchPolicy],
    ['points', benchPoints],
    ['eager', benchEager],
    ['smallshop', benchSmallShop],
    ['lists', benchLists],
    ['queries', benchQueries],
    ['pages', benchPages],
  ]);
