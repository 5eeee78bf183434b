import type { z } from 'zod';
import { AppError } from '@/lib/platform/errors';
import type { correctedFields } from '@/lib/reports/events';
import type { correctInput } from '@/lib/reports/inputs';
import { claimedSeverity } from '@/lib/reports/schema';
import type { LockedReport } from '@/lib/reports/subject';
import { sinceOf } from './since';

type Input = z.output<typeof correctInput>;
export type CorrectedField = (typeof correctedFields)[number];

interface Change {
  field: CorrectedField;
  data: Partial<Omit<LockedReport, 'id' | 'ref' | 'version'>>;
}

function differs(report: LockedReport, data: Change['data']): boolean {
  return Object.entries(data).some(([name, value]) => {
    const before = report[name as keyof LockedReport];
    return value instanceof Date ? value.getTime() !== (before as Date | null)?.getTime() : value !== before;
  });
}

function experienced({ experience, slow }: Input, report: LockedReport): Change[] {
  const claimed = experience ? claimedSeverity[experience] : report.claimedSeverity;
  const isSlow = claimed === claimedSeverity.SLOW_OR_PARTS && (slow ?? report.slow);
  return [{ field: 'experience', data: { claimedSeverity: claimed, slow: isSlow } }];
}

function since(input: Input, report: LockedReport, zone: string): Change[] {
  if (!input.noticed) return [];
  const told = { noticed: input.noticed, noticedTime: input.noticedTime, noticedDate: input.noticedDate };
  // "Just now" and "earlier today" were said when the report was sent, and mean that day.
  const answer = sinceOf(told, input.zone ?? zone, report.receivedAt);
  if (!answer.ok)
    throw new AppError('invalid', answer.reason, { fields: { [answer.field]: [answer.reason] } });
  return [{ field: 'since', data: answer.since }];
}

function reaching(input: Input, report: LockedReport): Change[] {
  const email = input.email === undefined ? report.reporterEmail : input.email;
  const wants = (input.wantsUpdates ?? report.wantsUpdates) && email !== null;
  return [
    { field: 'email', data: { reporterEmail: email } },
    { field: 'updates', data: { wantsUpdates: wants } },
  ];
}

/** What a correction changes of a report; what was sent unchanged is left out. @throws AppError `invalid` */
export function correctionsOf(input: Input, report: LockedReport, zone: string): Change[] {
  const { affected, affectedWhere } = input;
  const changes: Change[] = [
    ...experienced(input, report),
    ...since(input, report, zone),
    ...(affected ? [{ field: 'affected' as const, data: { affected } }] : []),
    ...(affectedWhere === undefined ? [] : [{ field: 'where' as const, data: { affectedWhere } }]),
    ...(input.name === undefined ? [] : [{ field: 'name' as const, data: { reporterName: input.name } }]),
    ...reaching(input, report),
  ];
  return changes.filter(({ data }) => differs(report, data));
}
