import type { Tx } from '@/lib/database/db';
import { beginning } from '@/lib/platform/rules/graphemes';
import type { ProbeOutcome } from '@/lib/probes/rules/probe';
import { isSilent, type Target } from '@/lib/probes/rules/sight';
import { type Blindness, isUnseen } from './blindness';

export interface MonitorResult {
  monitorId: string;
  /** The monitor's, when the probe was claimed. */
  version: number;
  /** When it began. */
  at: Date;
  outcome: ProbeOutcome;
}

/**
 * A result with what it says: `silent` when nothing came back (`unnamed`: its name led nowhere), `unclear` when it says
 * nothing of its target.
 */
export type Judged = MonitorResult & { silent: boolean; unnamed: boolean; unclear: boolean };

const ms = (value: number | undefined): number | null => (value === undefined ? null : Math.round(value));

export function judged(result: MonitorResult, target: Target, blind: readonly Blindness[]): Judged {
  const { outcome, fault } = result.outcome;
  const silent = isSilent(result.outcome);
  const unnamed = silent && fault === 'NAME';
  const unclear = outcome === 'UNCLEAR' || (silent && isUnseen(blind, target, result.at, unnamed));
  return { ...result, silent, unnamed, unclear };
}

export async function insertResults(tx: Tx, results: Judged[]): Promise<void> {
  const rows = results.map(({ monitorId, at, outcome: { outcome, timings, sentence }, ...judgement }) => ({
    monitor_id: monitorId,
    at: at.toISOString(),
    ok: outcome === 'OK',
    silent: judgement.silent,
    unnamed: judgement.unnamed,
    unclear: judgement.unclear,
    dns_ms: ms(timings.dnsMs),
    connect_ms: ms(timings.connectMs),
    tls_ms: ms(timings.tlsMs),
    first_byte_ms: ms(timings.firstByteMs),
    total_ms: Math.round(timings.totalMs),
    sentence: beginning(sentence, 500),
  }));
  // The monitor may be gone by now, and a probe that was kept before a lost answer is kept once.
  await tx.$executeRaw`
    insert into probe_result (monitor_id, at, ok, silent, unnamed, unclear, dns_ms, connect_ms, tls_ms, first_byte_ms,
      total_ms, sentence)
    select r.monitor_id, r.at, r.ok, r.silent, r.unnamed, r.unclear, r.dns_ms, r.connect_ms, r.tls_ms, r.first_byte_ms,
      r.total_ms, r.sentence
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(monitor_id uuid, at timestamptz, ok boolean,
      silent boolean, unnamed boolean, unclear boolean, dns_ms int, connect_ms int, tls_ms int, first_byte_ms int, total_ms int, sentence text)
    join monitor m on m.id = r.monitor_id
    on conflict do nothing`;
}
