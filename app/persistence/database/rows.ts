/** What the driver gives for a column that Prisma's client gives as `Value`: the same, but for whole numbers of 64 bits. */
type Plain<Value> = Value extends bigint ? string : Value;

/** A row as SQL selects it by `columns`: fields of one of Prisma's models, under their names there. */
export type Row<Model, Field extends keyof Model> = {
  readonly [F in Field]: Plain<Model[F]>;
};

/** The same fields for Prisma's `select`. */
export const select = <Field extends string>(fields: readonly Field[]) =>
  Object.fromEntries(fields.map((field) => [field, true])) as { readonly [F in Field]: true };

/** A column of ours is named as Prisma's field of it, in small letters with underscores. */
export const column = (field: string): string =>
  field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * The columns of fields for a SELECT, each under its field's name: `order_id AS "orderId"`.
 *
 * @param of the table's name in the statement, where there is more than one
 */
export function columns(fields: readonly string[], of?: string): string {
  const prefix = of === undefined ? '' : `${of}.`;
  return fields.map((field) => `${prefix}${column(field)} AS "${field}"`).join(', ');
}
