import type { EpochMs } from '../time.ts';
import type { Outcome, Starter } from './history-facts.ts';

export const EXPORTED = ['cancellations', 'steps'] as const;
/**
 * - `csv`: for programs: commas, decimal points, UTC, no mark of byte order.
 * - `spreadsheet`: as spreadsheets of the reader's language open it by a double click: its separator and decimal
 *   sign, the shop's time zone, a mark of byte order.
 * - `jsonl`: an object a line.
 */
export const EXPORT_FORMATS = ['csv', 'spreadsheet', 'jsonl'] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What a file of the history holds, and how it is written; stored with it. */
export interface ExportForm {
  /** One line a cancellation, or one a step of it. */
  readonly what: (typeof EXPORTED)[number];
  readonly format: ExportFormat;
  /** Whose separator and decimal sign a spreadsheet has. */
  readonly locale: string;
  readonly timeZone: string;
  readonly filter: {
    /** An order number, or words of a customer's name or address. */
    readonly text: string;
    readonly who: Starter | null;
    readonly outcome: Outcome | null;
    /** They have a step of this kind. */
    readonly step: string | null;
    readonly reason: string | null;
    /** Opened from this instant on, and before that one. */
    readonly from: EpochMs | null;
    readonly until: EpochMs | null;
  };
}
