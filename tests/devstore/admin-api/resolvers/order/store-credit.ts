/** Store credit accounts and what moved on them. */
import type { Sources, TypeResolvers } from '../../context.ts';
import { gid } from '../../../world/gid.ts';
import type { Customer, StoreCreditAccount, StoreCreditMovement } from '../../../world/model.ts';
import { iso } from '../../../world/delivery/webhook-payloads/time.ts';
import { connection, type ConnectionArgs } from '../../connection.ts';
import { money } from '../../inputs/money-bag.ts';
import { notSimulated } from '../../not-simulated.ts';

type Movement =
  | Sources['StoreCreditAccountCreditTransaction']
  | Sources['StoreCreditAccountDebitTransaction'];

export function movementSource(
  customer: Customer,
  account: StoreCreditAccount,
  movement: StoreCreditMovement,
): Movement {
  const parts = { customer, account, movement };
  return movement.amount < 0
    ? { kind: 'StoreCreditAccountDebitTransaction', ...parts }
    : { kind: 'StoreCreditAccountCreditTransaction', ...parts };
}

const accountSource = ({ customer, account }: Movement): Sources['StoreCreditAccount'] => ({
  kind: 'StoreCreditAccount',
  customer,
  account,
});

interface MovementsArgs extends ConnectionArgs {
  readonly query?: string | null;
  readonly sortKey?: string | null;
}

const storeCreditAccount: TypeResolvers<'StoreCreditAccount'> = {
  id: ({ account }) => gid('StoreCreditAccount', account.id),
  balance: ({ account }) => money(account.balance, account.currency),
  owner: ({ customer }) => customer,
  transactions: ({ customer, account }, args: MovementsArgs) => {
    if (args.query != null) throw notSimulated('StoreCreditAccount.transactions(query:)');
    if (args.sortKey != null && args.sortKey !== 'CREATED_AT') {
      throw notSimulated(`StoreCreditAccount.transactions(sortKey: ${args.sortKey})`);
    }
    return connection(
      account.movements.map((movement) => movementSource(customer, account, movement)),
      args,
      ({ movement }) => movement.id,
    );
  },
};

/** What both ways have in common. Which order moved it is not simulated. */
const movementFields = {
  id: (source: Movement) => gid(source.kind, source.movement.id),
  account: accountSource,
  amount: ({ account, movement }: Movement) => money(movement.amount, account.currency),
  balanceAfterTransaction: ({ account, movement }: Movement) =>
    money(movement.balanceAfter, account.currency),
  createdAt: ({ movement }: Movement) => iso(movement.createdAt),
  event: ({ movement }: Movement) => movement.event,
};

const credit: TypeResolvers<'StoreCreditAccountCreditTransaction'> = {
  ...movementFields,
  expiresAt: ({ movement }) => iso(movement.expiresAt),
};

const debit: TypeResolvers<'StoreCreditAccountDebitTransaction'> = movementFields;

export const storeCreditResolvers = {
  StoreCreditAccount: storeCreditAccount,
  StoreCreditAccountCreditTransaction: credit,
  StoreCreditAccountDebitTransaction: debit,
};
