import { shownMs } from '@/scripts/trial/figures';
import type { Standing } from '@/scripts/trial/standing';
import { compareLedger } from './compare-ledger';
import { type Finding, finding } from './finding';
import type { Ledger } from './ledger';

/** How the trouble was over by itself, and that nothing was lost by it. */
export async function afterTrouble(
  standing: Standing,
  ledger: Ledger,
  recovery: { promise: string; mostMs: number; took: [number, number] },
): Promise<Finding[]> {
  const { promise, mostMs, took } = recovery;
  const [written, shown] = took;
  const log = standing.product.log();
  return [
    finding(promise, written <= mostMs, `accepted after ${shownMs(written)}, public after ${shownMs(shown)}`),
    finding('no process ends by it', !log.includes('process ended'), 'as the launcher printed'),
    ...(await compareLedger(standing, ledger)),
  ];
}
