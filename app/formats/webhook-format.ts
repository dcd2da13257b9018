import type { WebhookEvent } from '../application/webhook/ports.ts';
import { fromUnnumbered } from './webhooks/0-unnumbered.ts';
import { type StoredDocument, type Steps, upcast } from './upcast.ts';

const STEPS: Steps = [fromUnnumbered];

/** The format in which the inbox keeps what webhooks said. */
export const WEBHOOK_FORMAT = STEPS.length;

/**
 * What a webhook said, in today's shape.
 *
 * @throws NewerFormat
 */
export const readWebhookEvent = (format: number, stored: StoredDocument): WebhookEvent =>
  // The app wrote it itself: its shape is the type it was stored under.
  upcast('A webhook', STEPS, format, stored) as unknown as WebhookEvent;
