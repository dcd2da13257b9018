/** One Admin API request and its answer, as a carrier hands them over. */
import type { ShopDomain } from '../model.ts';

export interface AdminRequest {
  readonly shop: ShopDomain;
  readonly accessToken: string | null;
  readonly apiVersion: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly operationName?: string | null;
}

export interface AdminResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The JSON value to send. */
  readonly body: unknown;
  /** The carrier must break the connection instead of answering. */
  readonly lost?: 'answer';
  /** The carrier answers only after this long. The effect has already happened. */
  readonly delayMs?: number;
  /** Text to send in place of `body`. */
  readonly malformedText?: string;
}
