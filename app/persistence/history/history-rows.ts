import type { HistoryRow } from '@prisma/client';

import type { HistoryFacts, Outcome, Starter } from '../../domain/history/history-facts.ts';
import type { CancellationId, OrderId } from '../../domain/ids.ts';
import { type Money, money } from '../../domain/money.ts';
import { type Row, columns } from '../database/rows.ts';

/** A row of the history, as SQL selects it. */
export const HISTORY = [
  'id',
  'orderId',
  'orderName',
  'seq',
  'openedAt',
  'updatedAt',
  'who',
  'staffId',
  'outcome',
  'isPartial',
  'reason',
  'steps',
  'staffIds',
  'currencyCode',
  'plannedMinor',
  'backMinor',
  'creditMinor',
  'keptMinor',
  'savedMinor',
  'changedMinor',
  'unitsBack',
  'byPerson',
  'cancelledAt',
  'moneyBackAt',
  'endedAt',
] as const satisfies readonly (keyof HistoryRow)[];

export type StoredHistoryRow = Row<HistoryRow, (typeof HISTORY)[number]>;

export const HISTORY_COLUMNS = columns(HISTORY, 'h');

export interface NamedFacts extends HistoryFacts {
  readonly orderName: string;
}

export function factsOf(row: StoredHistoryRow): NamedFacts {
  const amount = (minor: string): Money => money(Number(minor), row.currencyCode);
  return {
    id: row.id as CancellationId,
    orderId: row.orderId as OrderId,
    orderName: row.orderName,
    seq: row.seq,
    openedAt: row.openedAt.getTime(),
    updatedAt: row.updatedAt.getTime(),
    who: row.who as Starter,
    staffId: row.staffId,
    outcome: row.outcome as Outcome,
    isPartial: row.isPartial,
    reason: row.reason,
    steps: row.steps,
    staffIds: row.staffIds,
    planned: amount(row.plannedMinor),
    back: amount(row.backMinor),
    credit: amount(row.creditMinor),
    kept: amount(row.keptMinor),
    saved: amount(row.savedMinor),
    changed: amount(row.changedMinor),
    unitsBack: row.unitsBack,
    byPerson: row.byPerson,
    cancelledAt: row.cancelledAt?.getTime() ?? null,
    moneyBackAt: row.moneyBackAt?.getTime() ?? null,
    endedAt: row.endedAt?.getTime() ?? null,
  };
}

/** A row as `jsonb_to_recordset` takes it, by its columns. */
export function storedOf(facts: NamedFacts): Readonly<Record<string, unknown>> {
  const at = (instant: number | null) => instant && new Date(instant).toISOString();
  return {
    id: facts.id,
    order_id: facts.orderId,
    order_name: facts.orderName,
    seq: facts.seq,
    opened_at: at(facts.openedAt),
    updated_at: at(facts.updatedAt),
    who: facts.who,
    staff_id: facts.staffId,
    outcome: facts.outcome,
    is_partial: facts.isPartial,
    reason: facts.reason,
    steps: facts.steps,
    staff_ids: facts.staffIds,
    currency_code: facts.planned.currencyCode,
    planned_minor: facts.planned.minor,
    back_minor: facts.back.minor,
    credit_minor: facts.credit.minor,
    kept_minor: facts.kept.minor,
    saved_minor: facts.saved.minor,
    changed_minor: facts.changed.minor,
    units_back: facts.unitsBack,
    by_person: facts.byPerson,
    cancelled_at: at(facts.cancelledAt),
    money_back_at: at(facts.moneyBackAt),
    ended_at: at(facts.endedAt),
  };
}
