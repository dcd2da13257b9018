import { describe, expect, it } from 'vitest';

import type { CancellationId, OrderId } from '../../domain/ids.ts';
import { money } from '../../domain/money.ts';
import { csvLine, dialectOf } from './csv.ts';
import { type ExportedFacts, exportBeginning, exportColumns, exportLines } from './export-lines.ts';
import type { ExportForm } from '../../domain/history/export-form.ts';

const formOf = (changes: Partial<ExportForm> = {}): ExportForm => ({
  ...{ what: 'cancellations', format: 'csv', locale: 'en', timeZone: 'Europe/Copenhagen' },
  filter: {
    ...{ text: '', who: null, outcome: null, step: null, reason: null, from: null, until: null },
  },
  ...changes,
});
const csv = dialectOf(formOf());
const spreadsheet = (locale: string) => dialectOf(formOf({ format: 'spreadsheet', locale }));
const text = (value: string, dialect = csv) => csvLine([{ text: value }], dialect).slice(0, -2);

describe('case 127: a cell is guarded by what it is, not by what it looks like', () => {
  it.each(['-2+3', '=1+1', '+49 30 1', '@SUM(A1)', '\t=1', '＝1+1', ' =1'])(
    'a text that would be a formula is none: %j',
    (value) => {
      expect(text(value)).toBe(`'${value}`);
      expect(text(value, spreadsheet('en'))).toContain(`'${value}`);
    },
  );

  it('an amount below zero stays a number', () => {
    expect(csvLine([{ amount: money(-4_250, 'EUR') }], csv)).toBe('-42.50\r\n');
    expect(csvLine([{ amount: money(-4_250, 'EUR') }], spreadsheet('de'))).toBe('-42,50\r\n');
  });
});

it('case 130: a spreadsheet has the separator and the decimal sign of its reader’s language', () => {
  const cells = [{ amount: money(2_250, 'EUR') }, { at: Date.UTC(2026, 10, 29, 22, 5) }];
  expect(csvLine(cells, csv)).toBe('22.50,2026-11-29T22:05:00.000Z\r\n');
  expect(csvLine(cells, spreadsheet('fr'))).toBe('22,50;2026-11-29 23:05:00\r\n');
  expect(csvLine(cells, spreadsheet('en-US'))).toBe('22.50,2026-11-29 23:05:00\r\n');
  expect(csvLine([{ amount: money(5, 'JPY') }, { amount: money(5, 'KWD') }], csv)).toBe(
    '5,0.005\r\n',
  );
  expect(exportBeginning(formOf({ format: 'spreadsheet' })).startsWith('\uFEFForder,')).toBe(true);
  expect(exportBeginning(formOf()).startsWith('order,')).toBe(true);
});

it('case 131: numbers that are names stay names', () => {
  expect(text('00123', spreadsheet('en'))).toBe('"=""00123"""');
  expect(text('9007199254740993', spreadsheet('de'))).toBe('"=""9007199254740993"""');
  expect(text('00123')).toBe('00123');
});

it('case 191: a spreadsheet’s cell is cut between characters, and says so; other files have all of it', () => {
  const long = `${'x'.repeat(31_999)}👩‍👧${'y'.repeat(9_000)}`;
  const cut = text(long, spreadsheet('en'));
  expect(cut).toBe(`"${'x'.repeat(31_999)}… (cut, full text in JSON Lines)"`);
  expect(cut.isWellFormed()).toBe(true);
  expect(text(long)).toBe(long);
});

it('separators, quotes and ends of lines are quoted', () => {
  expect(text('a "b", c;\nd')).toBe('"a ""b"", c;\nd"');
});

const facts: ExportedFacts = {
  ...{ id: 'c' as CancellationId, orderId: 'gid://shopify/Order/9007199254740993' as OrderId },
  ...{ orderName: '#1042', customerName: 'Zoë', seq: 2, openedAt: 0, updatedAt: 0, who: 'staff' },
  ...{ staffId: '7', outcome: 'cancelled', isPartial: false, reason: 'CUSTOMER', steps: [] },
  ...{ staffIds: ['7'], planned: money(1_000, 'EUR'), back: money(1_000, 'EUR') },
  ...{ credit: money(0, 'EUR'), kept: money(0, 'EUR'), saved: money(0, 'EUR') },
  ...{ changed: money(0, 'EUR'), unitsBack: 2, byPerson: true, cancelledAt: 1_000 },
  ...{ moneyBackAt: null, endedAt: null },
  texts: { customerComment: null, noteToCustomer: 'Bye', internalNote: '=cmd' },
  events: [
    { type: 'approved', actor: { kind: 'staff', staffId: '7' }, plan: {} as never, seq: 1, at: 0 },
    { type: 'completed', seq: 2, at: 1_000 },
  ],
};
const names = new Map([['7', 'Mia Example']]);

describe('a file of the history', () => {
  it('has a cell for each column', () => {
    const [line] = exportLines(facts, formOf(), names).split('\r\n');
    expect(line).toBe(
      "#1042,gid://shopify/Order/9007199254740993,c,Zoë,1970-01-01T00:00:00.000Z,staff,Mia Example,cancelled,no,CUSTOMER,EUR,10.00,10.00,0.00,0.00,2,1970-01-01T00:00:01.000Z,,,,Bye,'=cmd,UTC",
    );
    expect(line?.split(',')).toHaveLength(exportColumns('cancellations').length);
  });

  it('has a line for each step, with who it was', () => {
    const lines = exportLines(facts, formOf({ what: 'steps' }), names)
      .trimEnd()
      .split('\r\n');
    expect(lines.map((line) => line.split(',').slice(3, 8).join(' '))).toEqual([
      '1 1970-01-01T00:00:00.000Z approved staff Mia Example',
      '2 1970-01-01T00:00:01.000Z completed system ',
    ]);
    expect(lines[0]?.split(',')).toHaveLength(exportColumns('steps').length);
  });

  it('as JSON Lines has amounts exactly, ids as strings and texts as they are', () => {
    const [line = ''] = exportLines(facts, formOf({ format: 'jsonl' }), names).split('\n');
    expect(JSON.parse(line)).toMatchObject({
      ...{ order_id: 'gid://shopify/Order/9007199254740993', internal_note: '=cmd' },
      ...{ staff: 'Mia Example', returned: { amount: '10.00', currency: 'EUR', decimals: 2 } },
    });
    const steps = exportLines(facts, formOf({ format: 'jsonl', what: 'steps' }), new Map());
    expect(JSON.parse(steps.split('\n')[0] ?? '')).toMatchObject({ number: 1, staff: 'staff 7' });
  });
});
