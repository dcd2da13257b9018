import type { Actor } from '../../domain/actor.ts';
import type { RecordedEvent } from '../../domain/cancellation/events.ts';
import type { Money } from '../../domain/money.ts';
import { type Cell, csvLine, dialectOf, jsonAmount } from './csv.ts';
import type { ExportForm } from '../../domain/history/export-form.ts';
import type { HistoryFacts } from '../../domain/history/history-facts.ts';

/** A cancellation as a file has it: with names, and with what people wrote. */
export interface ExportedFacts extends HistoryFacts {
  readonly orderName: string;
  readonly customerName: string | null;
  readonly texts: {
    readonly customerComment: string | null;
    readonly noteToCustomer: string | null;
    readonly internalNote: string | null;
  };
  /** Its steps, where the file has them. */
  readonly events: readonly RecordedEvent[];
}

/** How a shop's staff are called, by their ids. */
export type Names = ReadonlyMap<string, string>;

interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row, names: Names, form: ExportForm) => Cell;
}

const amounts = (
  columns: Readonly<Record<string, (facts: ExportedFacts) => Money>>,
): readonly Column<ExportedFacts>[] =>
  Object.entries(columns).map(([title, of]) => ({ title, cell: (row) => ({ amount: of(row) }) }));

/** The columns of a file of cancellations; their names are the same in every language, for programs rely on them. */
const CANCELLATION_COLUMNS: readonly Column<ExportedFacts>[] = [
  { title: 'order', cell: (row) => ({ text: row.orderName }) },
  { title: 'order_id', cell: (row) => ({ text: row.orderId }) },
  { title: 'cancellation_id', cell: (row) => ({ text: row.id }) },
  { title: 'customer', cell: (row) => ({ text: row.customerName }) },
  { title: 'requested_at', cell: (row) => ({ at: row.openedAt }) },
  { title: 'requested_by', cell: (row) => ({ text: row.who }) },
  { title: 'staff', cell: (row, names) => ({ text: nameOf(row.staffId, names) }) },
  { title: 'outcome', cell: (row) => ({ text: row.outcome }) },
  { title: 'part_of_order', cell: (row) => ({ text: row.isPartial ? 'yes' : 'no' }) },
  { title: 'reason', cell: (row) => ({ text: row.reason }) },
  { title: 'currency', cell: (row) => ({ text: row.planned.currencyCode }) },
  ...amounts({
    planned: ({ planned }) => planned,
    returned: ({ back }) => back,
    store_credit: ({ credit }) => credit,
    kept: ({ kept }) => kept,
  }),
  { title: 'units_restocked', cell: (row) => ({ count: row.unitsBack }) },
  { title: 'cancelled_at', cell: (row) => ({ at: row.cancelledAt }) },
  { title: 'money_back_at', cell: (row) => ({ at: row.moneyBackAt }) },
  { title: 'ended_at', cell: (row) => ({ at: row.endedAt }) },
  { title: 'customer_comment', cell: ({ texts }) => ({ text: texts.customerComment }) },
  { title: 'note_to_customer', cell: ({ texts }) => ({ text: texts.noteToCustomer }) },
  { title: 'internal_note', cell: ({ texts }) => ({ text: texts.internalNote }) },
  { title: 'time_zone', cell: (_row, _names, form) => ({ text: zoneOf(form) }) },
];

interface Step {
  readonly of: ExportedFacts;
  readonly event: RecordedEvent;
}

/** The columns of a file of steps. */
const STEP_COLUMNS: readonly Column<Step>[] = [
  { title: 'order', cell: ({ of }) => ({ text: of.orderName }) },
  { title: 'order_id', cell: ({ of }) => ({ text: of.orderId }) },
  { title: 'cancellation_id', cell: ({ of }) => ({ text: of.id }) },
  { title: 'number', cell: ({ event }) => ({ count: event.seq }) },
  { title: 'at', cell: ({ event }) => ({ at: event.at }) },
  { title: 'step', cell: ({ event }) => ({ text: event.type }) },
  { title: 'by', cell: ({ event }) => ({ text: actorOf(event)?.kind ?? 'system' }) },
  {
    title: 'staff',
    cell: ({ event }, names) => {
      const actor = actorOf(event);
      return { text: actor?.kind === 'staff' ? nameOf(actor.staffId, names) : null };
    },
  },
  { title: 'time_zone', cell: (_row, _names, form) => ({ text: zoneOf(form) }) },
];

/** The names of a file's columns, in their order. */
export const exportColumns = (what: ExportForm['what']): readonly string[] =>
  (what === 'steps' ? STEP_COLUMNS : CANCELLATION_COLUMNS).map(({ title }) => title);

const zoneOf = ({ format, timeZone }: ExportForm): string =>
  format === 'spreadsheet' ? timeZone : 'UTC';

const actorOf = (event: RecordedEvent): Actor | null => ('actor' in event ? event.actor : null);

/** Who is not known by name is their number: it is the shop's to find out whose it was. */
const nameOf = (staffId: string | null, names: Names): string | null =>
  staffId === null ? null : (names.get(staffId) ?? `staff ${staffId}`);

/** What a file begins with; nothing for JSON Lines. */
export function exportBeginning(form: ExportForm): string {
  if (form.format === 'jsonl') return '';
  const dialect = dialectOf(form);
  const titles = exportColumns(form.what).map((title) => ({ text: title }));
  return dialect.mark + csvLine(titles, dialect);
}

/** The lines of one cancellation. */
export function exportLines(facts: ExportedFacts, form: ExportForm, names: Names): string {
  if (form.format === 'jsonl') return jsonLines(facts, form, names);
  const dialect = dialectOf(form);
  if (form.what === 'cancellations') {
    return csvLine(
      CANCELLATION_COLUMNS.map(({ cell }) => cell(facts, names, form)),
      dialect,
    );
  }
  return facts.events
    .map((event) =>
      csvLine(
        STEP_COLUMNS.map(({ cell }) => cell({ of: facts, event }, names, form)),
        dialect,
      ),
    )
    .join('');
}

/** Ids are strings: those above 2^53 are no numbers to most readers of JSON. */
function jsonLines(facts: ExportedFacts, { what }: ExportForm, names: Names): string {
  const { orderName: order, orderId: order_id, id: cancellation_id } = facts;
  const head = { order, order_id, cancellation_id };
  if (what === 'cancellations') return line({ ...head, ...jsonFacts(facts, names) });
  return facts.events
    .map(({ seq, at, type, ...data }) => {
      const actor: Actor | null = 'actor' in data ? data.actor : null;
      const staff = actor?.kind === 'staff' ? nameOf(actor.staffId, names) : null;
      const by = actor?.kind ?? 'system';
      return line({ ...head, number: seq, at: iso(at), step: type, by, staff, data });
    })
    .join('');
}

const jsonFacts = (facts: ExportedFacts, names: Names) => ({
  customer: facts.customerName,
  requested_at: iso(facts.openedAt),
  requested_by: facts.who,
  staff: nameOf(facts.staffId, names),
  outcome: facts.outcome,
  part_of_order: facts.isPartial,
  reason: facts.reason,
  planned: jsonAmount(facts.planned),
  returned: jsonAmount(facts.back),
  store_credit: jsonAmount(facts.credit),
  kept: jsonAmount(facts.kept),
  units_restocked: facts.unitsBack,
  cancelled_at: iso(facts.cancelledAt),
  money_back_at: iso(facts.moneyBackAt),
  ended_at: iso(facts.endedAt),
  customer_comment: facts.texts.customerComment,
  note_to_customer: facts.texts.noteToCustomer,
  internal_note: facts.texts.internalNote,
});

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
const line = (value: object): string => `${JSON.stringify(value)}\n`;
