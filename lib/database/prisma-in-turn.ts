import { PrismaPg } from '@prisma/adapter-pg';

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>;
type Transaction = Awaited<ReturnType<Adapter['startTransaction']>>;

/**
 * Prisma asks for the relations of a row side by side, also within a transaction, which has one connection; and a
 * connection of `pg` takes one statement at a time. Here the statements of a transaction wait for each other.
 */
export class PrismaInTurn extends PrismaPg {
  override async connect(): Promise<Adapter> {
    const adapter = await super.connect();
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (level) => inTurn(await start(level));
    return adapter;
  }
}

function inTurn(transaction: Transaction): Transaction {
  let before: Promise<unknown> = Promise.resolve();
  const afterIt = <Q, R>(ask: (query: Q) => Promise<R>) => {
    return (query: Q): Promise<R> => {
      const answer = before.then(() => ask(query));
      before = answer.catch(() => {});
      return answer;
    };
  };
  transaction.queryRaw = afterIt(transaction.queryRaw.bind(transaction));
  transaction.executeRaw = afterIt(transaction.executeRaw.bind(transaction));
  return transaction;
}
