import { checkOutcomeSchema } from '@/lib/checks/schema';
import { timingsSchema } from '@/lib/probes/rules/probe';
import type { Prisma } from '@/prisma/generated/client';
import type { CheckResultView, CheckView } from './views';

const named = { select: { id: true, name: true } } as const;

export const checkRowSelect = {
  id: true,
  version: true,
  area: true,
  name: true,
  instruction: true,
  probeKind: true,
  probe: true,
  state: true,
  note: true,
  serviceId: true,
  serverId: true,
  finishedAt: true,
  service: named,
  server: named,
  assignee: named,
  finishedBy: named,
  results: { orderBy: [{ startedAt: 'desc' }, { id: 'desc' }], take: 1 },
} satisfies Prisma.CheckSelect;

export type CheckRow = Prisma.CheckGetPayload<{ select: typeof checkRowSelect }>;
type Result = CheckRow['results'][number];

/** Members by id, for those who recorded a result. */
export type People = ReadonlyMap<string, { id: string; name: string }>;

export function evidenceOf(result: Pick<Result, 'evidence'>): Record<string, unknown> | null {
  const { evidence } = result;
  return typeof evidence === 'object' && evidence !== null && !Array.isArray(evidence) ? evidence : null;
}

export function recorderOf(result: Pick<Result, 'evidence'>): string | null {
  const byId = evidenceOf(result)?.byId;
  return typeof byId === 'string' ? byId : null;
}

export function resultView(result: Result, people: People): CheckResultView {
  const byId = recorderOf(result);
  const evidence = evidenceOf(result);
  return {
    id: result.id,
    outcome: checkOutcomeSchema.parse(result.outcome),
    sentence: result.sentence,
    timings: timingsSchema.nullable().catch(null).parse(result.timings),
    evidence: evidence && !('byId' in evidence) ? evidence : null,
    startedAt: result.startedAt.toISOString(),
    finishedAt: result.finishedAt.toISOString(),
    by: byId ? (people.get(byId) ?? { id: byId, name: 'A member' }) : null,
  };
}

export function checkView(row: CheckRow, people: People): CheckView {
  const { probe: _probe, serviceId: _service, serverId: _server, results, finishedAt, ...columns } = row;
  const [last] = results;
  return {
    ...columns,
    finishedAt: finishedAt?.toISOString() ?? null,
    last: last ? resultView(last, people) : null,
  };
}
