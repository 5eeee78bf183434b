import { z } from 'zod';
import type { Db } from '@/lib/database/db';
import { isOpenIncident, openStages } from '@/lib/incidents/lifecycle';
import { ownIncidents } from '@/lib/incidents/ownership';
import { incidentPolicy } from '@/lib/incidents/policy';
import { listIncidentsInput } from '@/lib/incidents/schema';
import { cursorOf, newestFirst, pageOf, readCursor } from '@/lib/platform/answers/paging';
import { idInput } from '@/lib/platform/input/id-input';
import { instantInput } from '@/lib/platform/input/instant';
import { spellings } from '@/lib/platform/input/text';
import { permitList } from '@/lib/platform/policy';
import { listQuery } from '@/lib/platform/query';
import { type Severity, severities, severitySchema } from '@/lib/severity/schema';
import type { Prisma } from '@/prisma/generated/client';
import { reportCounts } from './report-counts';
import { incidentRow, rowSelect } from './rows';
import { type IncidentListView, incidentListViewSchema } from './views';

type Input = z.output<typeof listIncidentsInput>;

const over = ['RESOLVED', 'CLOSED'] as const;

/** Open ones come first, worst and then newest first; the others follow, newest first. */
const placeSchema = z.object({
  part: z.enum(['open', 'over']),
  severity: severitySchema,
  at: instantInput(),
  id: idInput(),
});
type Place = z.infer<typeof placeSchema>;

function filters({ stage, severity, service, text }: Input): Prisma.IncidentWhereInput[] {
  const number = /^(?:inc-?)?(\d{1,9})$/i.exec(text)?.[1];
  return [
    stage ? { stage: { in: stage } } : {},
    severity ? { severity: { in: severity } } : {},
    service ? { services: { some: { service: { slug: service } } } } : {},
    text
      ? {
          OR: [
            ...spellings(text).map((said) => ({ title: { contains: said, mode: 'insensitive' as const } })),
            ...(number ? [{ number: Number(number) }] : []),
          ],
        }
      : {},
  ];
}

function afterPlace(place: Place | null, part: Place['part']): Prisma.IncidentWhereInput {
  if (!place || place.part !== part) return {};
  const older = newestFirst.after(cursorOf(place));
  if (part === 'over') return older;
  const milder = severities.slice(severities.indexOf(place.severity) + 1);
  return { OR: [{ severity: { in: milder } }, { severity: place.severity, ...older }] };
}

type Row = Awaited<ReturnType<typeof readPart>>[number];

function placeOf({ stage, severity, createdAt, id }: Row): Place {
  return { part: isOpenIncident(stage) ? 'open' : 'over', severity, at: createdAt.toISOString(), id };
}

async function readPart(db: Db, part: Place['part'], where: Prisma.IncidentWhereInput[], take: number) {
  return await db.incident.findMany({
    where: { AND: [...where, { stage: { in: part === 'open' ? [...openStages] : [...over] } }] },
    orderBy: part === 'open' ? [{ severity: 'asc' }, ...newestFirst.orderBy] : newestFirst.orderBy,
    select: rowSelect,
    take,
  });
}

async function openBySeverity(db: Db, visible: Prisma.IncidentWhereInput): Promise<Record<Severity, number>> {
  const rows = await db.incident.groupBy({
    by: ['severity'],
    where: { AND: [visible, { stage: { in: [...openStages] } }] },
    _count: { _all: true },
  });
  const count = (severity: Severity) => rows.find((row) => row.severity === severity)?._count._all ?? 0;
  return {
    CRITICAL: count('CRITICAL'),
    SEVERE: count('SEVERE'),
    MODERATE: count('MODERATE'),
    TRIVIAL: count('TRIVIAL'),
  };
}

/** Incidents, open ones first. */
export const incidentList = listQuery({
  name: 'incident.list',
  input: listIncidentsInput,
  answer: incidentListViewSchema,
  allow: permitList(incidentPolicy, 'incident.list', ownIncidents),
  run: async (visible, { db, input: wanted, ctx }): Promise<IncidentListView> => {
    const place = readCursor(placeSchema, wanted.after);
    const take = wanted.limit + 1;
    const where = [visible, ...filters(wanted)];
    const rows: Row[] = [];
    if (wanted.scope !== 'resolved' && place?.part !== 'over') {
      rows.push(...(await readPart(db, 'open', [...where, afterPlace(place, 'open')], take)));
    }
    if (wanted.scope !== 'open' && rows.length < take) {
      rows.push(...(await readPart(db, 'over', [...where, afterPlace(place, 'over')], take - rows.length)));
    }
    const { page, next } = pageOf(rows, wanted.limit, placeOf);
    const now = ctx.now ?? new Date();
    const reports = await reportCounts(
      db,
      page.map((row) => row.id),
    );
    return {
      rows: page.map((row) => incidentRow(row, reports(row.id), now)),
      next,
      open: await openBySeverity(db, visible),
    };
  },
});
