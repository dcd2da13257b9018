import {
  type NotificationSettings,
  notificationSettings,
} from '../domain/notification/notification-settings.ts';
import { isDocument, type Steps, upcast } from './upcast.ts';

const STEPS: Steps = [];

/** The format in which a shop's notification settings are stored. */
export const NOTIFICATION_FORMAT = STEPS.length;

/**
 * Settings as they were stored, in today's shape.
 *
 * @throws NewerFormat
 */
export function readNotifications(format: number, stored: unknown): NotificationSettings {
  if (!isDocument(stored)) throw new Error('Stored notification settings are no document.');
  return notificationSettings.parse(upcast('Notification settings', STEPS, format, stored));
}
