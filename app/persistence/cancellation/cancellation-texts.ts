import type { CancellationTexts } from '../../application/cancellation/ports.ts';
import type { CancellationId, ShopDomain } from '../../domain/ids.ts';
import type { Sql } from '../database/transaction.ts';

/* SQL: in one transaction with the events that they belong to, and with the queue's own statement for their job. */

export const NO_TEXTS: CancellationTexts = {
  customerComment: null,
  noteToCustomer: null,
  internalNote: null,
  proofOfPayment: null,
};

export async function insertTexts(
  sql: Sql,
  shop: ShopDomain,
  id: CancellationId,
  texts: CancellationTexts,
): Promise<void> {
  await sql.query(
    `INSERT INTO cancellation_texts
       (shop, cancellation_id, customer_comment, note_to_customer, internal_note, proof_of_payment)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [
      ...[shop, id, texts.customerComment, texts.noteToCustomer, texts.internalNote],
      texts.proofOfPayment,
    ],
  );
}

/** A text that is given replaces the one there, also when it is null; one that is not stays. */
export async function updateTexts(
  sql: Sql,
  shop: ShopDomain,
  id: CancellationId,
  texts: Partial<CancellationTexts>,
): Promise<void> {
  await sql.query(
    `UPDATE cancellation_texts SET
       customer_comment = CASE WHEN $3 THEN $4 ELSE customer_comment END,
       note_to_customer = CASE WHEN $5 THEN $6 ELSE note_to_customer END,
       internal_note = CASE WHEN $7 THEN $8 ELSE internal_note END,
       proof_of_payment = CASE WHEN $9 THEN $10 ELSE proof_of_payment END
     WHERE shop = $1 AND cancellation_id = $2`,
    [
      ...[shop, id],
      ...[texts.customerComment !== undefined, texts.customerComment ?? null],
      ...[texts.noteToCustomer !== undefined, texts.noteToCustomer ?? null],
      ...[texts.internalNote !== undefined, texts.internalNote ?? null],
      ...[texts.proofOfPayment !== undefined, texts.proofOfPayment ?? null],
    ],
  );
}
