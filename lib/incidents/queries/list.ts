import { z } from 'zod';
import type { Db } from '@/lib/database/db';
import { openStages } from '@/lib/incidents/lifecycle';
import { ownIncidents } from '@/lib/incidents/own';
import { incidentPolicy } from '@/lib/incidents/policy';
import { reportCounts } from '@/lib/incidents/report-counts';
import { incidentRow, rowSelect } from '@/lib/incidents/rows';
import { incidentStageSchema } from '@/lib/incidents/schema';
import type { IncidentListView } from '@/lib/incidents/view-schema';
import type { Context } from '@/lib/platform/context';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';
import { type Severity, severities, severitySchema } from '@/lib/severity/schema';
import type { Prisma } from '@/prisma/generated/client';

/** One value, or several with commas between them, as in an address: `severity=CRITICAL,SEVERE`. */
function several<T extends z.ZodType<string, string>>(one: T) {
  return z
    .string()
    .max(200)
    .transform((text) => text.split(',').filter(Boolean))
    .pipe(z.array(one))
    .optional();
}

const input = z.object({
  scope: z.enum(['open', 'resolved', 'all']).default('open'),
  stage: several(incidentStageSchema),
  severity: several(severitySchema),
  service: z.string().max(80).optional(),
  text: z.string().trim().max(120).default(''),
  after: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
type Input = z.output<typeof input>;

const over = ['RESOLVED', 'CLOSED'] as const;

/** Open ones come first, worst and then newest first; the others follow, newest first. */
const cursorSchema = z.object({
  part: z.enum(['open', 'over']),
  severity: severitySchema,
  at: z.iso.datetime(),
  id: z.uuid(),
});
type Cursor = z.infer<typeof cursorSchema>;

function readCursor(text: string | undefined): Cursor | null {
  if (!text) return null;
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    throw new AppError('invalid', 'This page of the list is not known any more. Begin with the first one.');
  }
}

function filters({ stage, severity, service, text }: Input): Prisma.IncidentWhereInput[] {
  const number = /^(?:inc-?)?(\d{1,9})$/i.exec(text)?.[1];
  return [
    stage ? { stage: { in: stage } } : {},
    severity ? { severity: { in: severity } } : {},
    service ? { services: { some: { service: { slug: service } } } } : {},
    text
      ? {
          OR: [
            { title: { contains: text, mode: 'insensitive' } },
            ...(number ? [{ number: Number(number) }] : []),
          ],
        }
      : {},
  ];
}

function afterCursor(cursor: Cursor | null, part: Cursor['part']): Prisma.IncidentWhereInput {
  if (!cursor || cursor.part !== part) return {};
  const at = new Date(cursor.at);
  const older = { OR: [{ createdAt: { lt: at } }, { createdAt: at, id: { lt: cursor.id } }] };
  if (part === 'over') return older;
  const milder = severities.slice(severities.indexOf(cursor.severity) + 1);
  return { OR: [{ severity: { in: milder } }, { severity: cursor.severity, ...older }] };
}

async function readPart(db: Db, part: Cursor['part'], where: Prisma.IncidentWhereInput[], take: number) {
  const newest = [{ createdAt: 'desc' }, { id: 'desc' }] as const;
  return await db.incident.findMany({
    where: { AND: [...where, { stage: { in: part === 'open' ? [...openStages] : [...over] } }] },
    orderBy: part === 'open' ? [{ severity: 'asc' }, ...newest] : [...newest],
    select: rowSelect,
    take,
  });
}

/** What a developer may see: their own. Everybody else who may list sees all. */
export function visibleIncidents(ctx: Context): Prisma.IncidentWhereInput {
  const { actor } = ctx;
  if (actor.kind === 'member') return actor.role === 'DEVELOPER' ? ownIncidents(actor.memberId) : {};
  return actor.kind === 'key' && actor.role === 'DEVELOPER' ? { id: { in: [] } } : {};
}

export async function openBySeverity(db: Db, ctx: Context): Promise<Record<Severity, number>> {
  const rows = await db.incident.groupBy({
    by: ['severity'],
    where: { AND: [visibleIncidents(ctx), { stage: { in: [...openStages] } }] },
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

/** Incidents, open ones first. `next` is the cursor of the following page. */
export const incidentList = query({
  name: 'incident.list',
  input,
  allow: permit(incidentPolicy, 'incident.list', (actor) => actor.kind === 'member'),
  run: async ({ db, input: wanted, ctx }): Promise<IncidentListView> => {
    const cursor = readCursor(wanted.after);
    const take = wanted.limit + 1;
    const where = [visibleIncidents(ctx), ...filters(wanted)];
    const rows: Awaited<ReturnType<typeof readPart>> = [];
    if (wanted.scope !== 'resolved' && cursor?.part !== 'over') {
      rows.push(...(await readPart(db, 'open', [...where, afterCursor(cursor, 'open')], take)));
    }
    if (wanted.scope !== 'open' && rows.length < take) {
      rows.push(...(await readPart(db, 'over', [...where, afterCursor(cursor, 'over')], take - rows.length)));
    }
    const page = rows.slice(0, wanted.limit);
    const now = ctx.now ?? new Date();
    const reports = await reportCounts(
      db,
      page.map((row) => row.id),
    );
    return {
      rows: page.map((row) => incidentRow(row, reports(row.id), now)),
      next: rows.length > wanted.limit ? cursorOf(page.at(-1)) : null,
      open: await openBySeverity(db, ctx),
    };
  },
});

function cursorOf(
  row: { stage: string; severity: Severity; createdAt: Date; id: string } | undefined,
): string | null {
  if (!row) return null;
  const part = row.stage === 'RESOLVED' || row.stage === 'CLOSED' ? 'over' : 'open';
  const cursor: Cursor = { part, severity: row.severity, at: row.createdAt.toISOString(), id: row.id };
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}
