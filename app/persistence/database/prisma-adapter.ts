import { PrismaPg } from '@prisma/adapter-pg';

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>;
type Transaction = Awaited<ReturnType<Adapter['startTransaction']>>;

/**
 * Prisma's connections out of our pool. Prisma writes several rows in a transaction, and gives its connection back
 * after COMMIT or ROLLBACK was carried out: where the connection broke neither is, and the pool would be one smaller
 * for as long as the process lives. Here it goes back whatever became of them; the pool drops a broken one.
 */
export class ReturningPrismaPg extends PrismaPg {
  override async connect(): Promise<Adapter> {
    const adapter = await super.connect();
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (isolation) => returning(await start(isolation));
    return adapter;
  }
}

function returning(transaction: Transaction): Transaction {
  const execute = transaction.executeRaw.bind(transaction);
  transaction.executeRaw = async (query) => {
    try {
      return await execute(query);
    } catch (error) {
      // All that the adapter's own `rollback` does is to give the connection back.
      if (query.sql === 'COMMIT' || query.sql === 'ROLLBACK') await transaction.rollback();
      throw error;
    }
  };
  return transaction;
}
