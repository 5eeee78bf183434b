import { clockState } from '@/lib/clocks/deadlines';
import type { Db } from '@/lib/database/db';
import type { ClockView, RestoreView } from '@/lib/incidents/queries/views';
import { severityLabel } from '@/lib/severity/schema';
import type { Clock, Incident } from '@/prisma/generated/client';

type ClockRow = Pick<
  Clock,
  'id' | 'kind' | 'severity' | 'startedAt' | 'dueAt' | 'atRiskAt' | 'stoppedAt' | 'pausedAt'
>;

/** Clocks as they stand now. One that is paused asks for nothing. */
export function clockViews(clocks: ClockRow[], now: Date): ClockView[] {
  return clocks.map((clock) => ({
    id: clock.id,
    kind: clock.kind,
    severity: clock.severity,
    startedAt: clock.startedAt.toISOString(),
    dueAt: clock.dueAt?.toISOString() ?? null,
    stoppedAt: clock.stoppedAt?.toISOString() ?? null,
    state: clock.pausedAt && !clock.stoppedAt ? 'NONE' : clockState(clock, now, clock.stoppedAt),
  }));
}

type Targets = Pick<
  Incident,
  'severity' | 'restoreTargetAt' | 'restoreTargetMinutes' | 'rtoAt' | 'rtoMinutes' | 'rtoServiceId'
>;

/** The earlier of the severity's restore target and the RTO agreed for a service, and the other one beside it. */
export async function restoreView(db: Db, row: Targets): Promise<RestoreView | null> {
  const bySeverity = row.restoreTargetAt && {
    label: `Restore target for ${severityLabel[row.severity]}`,
    dueAt: row.restoreTargetAt.toISOString(),
  };
  const byRto = row.rtoAt && { label: 'Recovery time objective', dueAt: row.rtoAt.toISOString() };
  if (byRto && (!bySeverity || byRto.dueAt <= bySeverity.dueAt)) {
    const service = row.rtoServiceId
      ? await db.service.findUnique({
          where: { id: row.rtoServiceId },
          select: { agreedBy: true, agreedOn: true },
        })
      : null;
    return {
      source: 'RTO',
      ...byRto,
      minutes: row.rtoMinutes,
      agreedBy: service?.agreedBy ?? null,
      agreedOn: service?.agreedOn?.toISOString().slice(0, 10) ?? null,
      other: bySeverity,
    };
  }
  if (!bySeverity) return null;
  const minutes = row.restoreTargetMinutes;
  return { source: 'SEVERITY', ...bySeverity, minutes, agreedBy: null, agreedOn: null, other: byRto };
}
