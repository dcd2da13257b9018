import { randomUUID } from 'node:crypto';

import type { AuditNote } from '../../application/audit/ports.ts';
import type { Actor } from '../../domain/actor.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import type { Sql } from '../database/transaction.ts';

/** In which shape entries of the record as a whole are stored; their `data` is an `AuditNote` without its type. */
export const AUDIT_ENTRY_FORMAT = 1;

/** SQL: in the transaction of what it says. */
export async function insertAuditEntry(
  sql: Sql,
  shop: ShopDomain,
  {
    at,
    by,
    note: { type, ...data },
  }: { readonly at: Date; readonly by: Actor; readonly note: AuditNote },
): Promise<void> {
  await sql.query(
    `INSERT INTO audit_entries (shop, id, at, type, actor, data, format) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      ...[shop, randomUUID(), at, type, JSON.stringify(by), JSON.stringify(data)],
      AUDIT_ENTRY_FORMAT,
    ],
  );
}
