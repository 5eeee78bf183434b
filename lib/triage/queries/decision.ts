import type { Tx } from '@/lib/database/db';
import type { TriageDecision } from './views';

/** How the report stands after a triage act. */
export async function decisionView(tx: Tx, reportId: string): Promise<TriageDecision> {
  const row = await tx.report.findUniqueOrThrow({
    where: { id: reportId },
    select: { id: true, ref: true, state: true, version: true, incident: { select: { ref: true } } },
  });
  const { id, ref, state, version, incident } = row;
  return { reportId: id, ref, state, version, incidentRef: incident?.ref ?? null };
}
