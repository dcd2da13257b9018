import { createHmac } from 'node:crypto';

/** What a token is changed in: claims replaced (undefined takes one away), another key, another algorithm. */
export interface Changes {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly algorithm?: 'HS256' | 'none';
}

/** The same session token with changes, signed anew with `secret`. */
export function forgeToken(genuine: string, secret: string, changes: Changes = {}): string {
  const { claims = {}, algorithm = 'HS256' } = changes;
  const payload = Buffer.from(genuine.split('.')[1] ?? '', 'base64url').toString('utf8');
  const signed = [
    { alg: algorithm, typ: 'JWT' },
    { ...(JSON.parse(payload) as object), ...claims },
  ]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  const signature =
    algorithm === 'none' ? '' : createHmac('sha256', secret).update(signed).digest('base64url');
  return `${signed}.${signature}`;
}
