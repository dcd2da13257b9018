import type { HistoryPage, HistoryStory } from '../../application/history/read-history.ts';
import { STALLED_AFTER } from '../../application/history/export-history.ts';
import { STEP_KINDS } from '../../application/history/history-search.ts';
import type { HistoryEntry, HistoryExport } from '../../application/history/ports.ts';
import type { Verification } from '../../application/audit/ports.ts';
import type {
  HistoryEntryView,
  HistoryExportView,
  HistoryRowView,
  HistoryView,
} from '../../contract/list/history-view.ts';
import type { StaffAccess } from '../../domain/authority/staff-access.ts';
import { againstActing } from '../../domain/authority/authority.ts';
import { OUTCOMES, type Outcome, STARTERS } from '../../domain/history/history-facts.ts';
import { legacyNumberOf } from '../../domain/ids.ts';
import { formatMoney, isPositive } from '../../domain/money.ts';
import {
  ORDER_CANCEL_REASONS,
  type OrderCancelReason,
  type Policy,
} from '../../domain/policy/document/policy.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Result } from '../../domain/result.ts';
import type { EpochMs } from '../../domain/time.ts';
import type { Messages } from '../../messages/message-types.ts';
import { type StaffNamesById, actorName } from '../cancellation/event-words.ts';
import { presentCancellation } from '../cancellation/present-cancellation.ts';
import { staffRefusalText } from '../refusal/staff-refusal.ts';

/** @param access what the platform lets the staff member do, or why it did not say */
export function presentHistory(
  history: HistoryPage,
  query: HistoryView['query'],
  access: Result<StaffAccess, Refusal>,
  now: EpochMs,
  messages: Messages<'staff'>,
): HistoryView {
  const { page, names, policy, reasons, timeZone, verification, exports } = history;
  const { t } = messages;
  const forbidden = againstActing(policy, access);
  return {
    query,
    previous: page.previous,
    next: page.next,
    rows: page.items.map((entry) => presentRow(entry, policy, names, messages)),
    choices: {
      who: STARTERS.map((value) => ({ value, label: t(`historyPage.who.${value}`) })),
      outcome: OUTCOMES.map((value) => ({ value, label: t(`historyPage.outcome.${value}`) })),
      step: STEP_KINDS.map((value) => ({ value, label: t(`historyPage.step.${value}`) })),
      reason: reasons.map((value) => ({ value, label: reasonLabel(value, policy, messages) })),
    },
    timeZone,
    verified: verification && presentVerification(verification, messages),
    exports: exports.map((one) => presentExport(one, names, now, messages)),
    forbidden: forbidden && staffRefusalText(forbidden, messages),
  };
}

function presentRow(
  entry: HistoryEntry,
  policy: Policy,
  names: StaffNamesById,
  messages: Messages<'staff'>,
): HistoryRowView {
  const { t, locale } = messages;
  const amount = isPositive(entry.back) || entry.endedAt !== null ? entry.back : entry.planned;
  return {
    id: entry.id,
    orderName: entry.orderName,
    customerName: entry.customerName,
    requestedAt: new Date(entry.openedAt).toISOString(),
    who:
      (entry.staffId === null ? undefined : names.get(entry.staffId)) ??
      t(`historyPage.who.${entry.who}`),
    outcomeLabel: t(`historyPage.outcome.${entry.outcome}`),
    tone: TONES[entry.outcome],
    reason: reasonLabel(entry.reason, policy, messages),
    amount: formatMoney(amount, locale),
  };
}

const TONES: Readonly<Record<Outcome, HistoryRowView['tone']>> = {
  under_way: 'info',
  needs_attention: 'critical',
  cancelled: 'success',
  partly_cancelled: 'success',
  declined: 'warning',
  withdrawn: 'info',
  expired: 'warning',
  superseded: 'warning',
};

/** In the merchant's own words, or Shopify's; one that the policy has no more is its own name. */
export function reasonLabel(reason: string, policy: Policy, { t }: Messages<'staff'>): string {
  const own = policy.reasons.find(({ id }) => id === reason);
  if (own) return own.label;
  return isShopifys(reason) ? t(`reason.${reason}`) : reason;
}

const isShopifys = (reason: string): reason is OrderCancelReason =>
  (ORDER_CANCEL_REASONS as readonly string[]).includes(reason);

function presentVerification(
  { at, verdict }: Verification,
  { t }: Messages<'staff'>,
): NonNullable<HistoryView['verified']> {
  const where = { at: new Date(at).toISOString(), holds: verdict.holds };
  if (verdict.holds) {
    return { ...where, text: t('historyPage.verified.holds', { count: verdict.links }) };
  }
  return { ...where, text: t(`historyPage.verified.broken.${verdict.kind}`) };
}

function presentExport(
  file: HistoryExport,
  names: StaffNamesById,
  now: EpochMs,
  messages: Messages<'staff'>,
): HistoryExportView {
  const { form, state, written, total, bytes } = file;
  const { t, locale } = messages;
  const number = (value: number) => value.toLocaleString(locale);
  const isGrowing = state === 'queued' || state === 'running';
  return {
    id: file.id,
    title: t('historyPage.export.file', {
      what: t(`historyPage.export.what.${form.what}`),
      format: t(`historyPage.export.format.${form.format}`),
    }),
    requestedBy: actorName(file.requestedBy, messages, names),
    requestedAt: new Date(file.requestedAt).toISOString(),
    state,
    progress:
      state === 'done'
        ? t('historyPage.export.size', { count: written, size: sizeText(bytes, locale) })
        : t('historyPage.export.progress', { written: number(written), total: number(total) }),
    // Never whole before it is.
    percent:
      state === 'done' ? 100 : Math.min(99, Math.floor((100 * written) / Math.max(1, total))),
    isStalled: isGrowing && now - file.changedAt > STALLED_AFTER,
    expiresAt: new Date(file.expiresAt).toISOString(),
  };
}

/** "1.2 MB" */
function sizeText(bytes: number, locale: string): string {
  const isLarge = bytes >= 100_000;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: isLarge ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: 1,
  }).format(isLarge ? bytes / 1e6 : bytes / 1e3);
}

/** @param access what the platform lets the staff member do, or why it did not say */
export function presentStory(
  { entry, record, names, policy }: HistoryStory,
  access: Result<StaffAccess, Refusal>,
  messages: Messages<'staff'>,
): HistoryEntryView {
  return {
    orderName: entry.orderName,
    orderNumber: legacyNumberOf(entry.orderId),
    customerName: entry.customerName,
    cancellation: presentCancellation(record, policy, access, messages, names),
  };
}
