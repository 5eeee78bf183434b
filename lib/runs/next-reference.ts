import type { Tx } from '@/lib/database/db';
import type { PlanKind } from '@/lib/plans/schema';

const prefixes: Record<PlanKind, string> = {
  SWITCHOVER: 'SO',
  FAILOVER: 'FO',
  REBUILD: 'DR',
  FAILBACK: 'FB',
};

/** The next number of a kind and the reference made of it, like FO-32. A number drawn and not used is left out. */
export async function nextReference(tx: Tx, kind: PlanKind): Promise<{ number: number; ref: string }> {
  const sequence = `run_number_${kind.toLowerCase()}`;
  const [row] = await tx.$queryRaw<{ number: number }[]>`
    select nextval(${sequence}::regclass)::int as number`;
  const number = row?.number ?? 0;
  return { number, ref: `${prefixes[kind]}-${number}` };
}
