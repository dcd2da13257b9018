import { OUTCOMES, STARTERS } from '../../domain/history/history-facts.ts';
import type { ListSpec } from '../shared/list-page.ts';

/** The kinds of steps that the history is searched for: what people ask about, of all that is recorded. */
export const STEP_KINDS = [
  'requested',
  'recorded_outside',
  'approved',
  'hold_placed',
  'recall_submitted',
  'recall_accepted',
  'cancel_confirmed',
  'lines_removed',
  'refund_accepted',
  'bonus_given',
  'money_observed',
  'stock_corrected',
  'gift_card_deactivated',
  'told',
  'mail_given_up',
  'attempt_failed',
  'attention_raised',
  'resumed',
  'turned_back',
] as const;

export type HistoryFilterName = 'who' | 'outcome' | 'step' | 'reason' | 'date';

/** "2026-11-01..2026-11-30", either side may be missing; days of the shop's time zone, both included. */
const DATES = /^(\d{4}-\d{2}-\d{2})?\.\.(\d{4}-\d{2}-\d{2})?$/;

/** What the history can be asked for. A key: when it was opened in milliseconds, and the id. */
export const HISTORY_LIST: ListSpec<'date', HistoryFilterName> = {
  sorts: { date: /^\d{1,14}~[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/ },
  defaultSort: { by: 'date', direction: 'descending' },
  filters: {
    who: STARTERS,
    outcome: OUTCOMES,
    step: STEP_KINDS,
    reason: /^[A-Za-z][A-Za-z0-9_]{0,39}$/,
    date: DATES,
  },
};
