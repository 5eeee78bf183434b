import type { Tx } from '@/lib/database/db';
import { formatWhen } from '@/lib/language/time';
import { AppError } from '@/lib/platform/errors';
import { isolated } from '@/lib/platform/rules/isolate';
import type { BookingRefusal } from '@/lib/resources/queries/views';
import { type Booking, clashOf, freeUnit, nextFree } from '@/lib/resources/rules/booking';
import { currentSettings } from '@/lib/settings/in-force';
import { type Aspect, aspectLabel, heldStates } from './schema';

interface Held extends Booking {
  aspect: Aspect;
  requestedBy: { name: string } | null;
  incident: { ref: string; title: string } | null;
  run: { ref: string; plan: { name: string } } | null;
}

/** What is held of a resource from an instant on. */
export async function heldOf(tx: Tx, resourceId: string, from: Date, except?: string): Promise<Held[]> {
  const rows = await tx.allocation.findMany({
    where: {
      resourceId,
      state: { in: [...heldStates] },
      endsAt: { gt: from },
      ...(except ? { id: { not: except } } : {}),
    },
    orderBy: { startsAt: 'asc' },
    select: {
      id: true,
      unit: true,
      startsAt: true,
      endsAt: true,
      aspect: true,
      requestedBy: { select: { name: true } },
      incident: { select: { ref: true, title: true } },
      run: { select: { ref: true, plan: { select: { name: true } } } },
    },
  });
  return rows.map(({ startsAt, endsAt, ...row }) => ({ ...row, from: startsAt, until: endsAt }));
}

interface Asked {
  resource: { id: string; name: string };
  from: Date;
  until: Date;
  now: Date;
  /** The allocation that is being changed, which does not stand in its own way. */
  except?: string;
}

function purposeOf({ incident, run }: Held): Pick<BookingRefusal['clash'], 'ref' | 'title' | 'path'> {
  if (incident)
    return { ref: incident.ref, title: incident.title, path: `/incidents/${incident.ref}/resources` };
  return { ref: run?.ref ?? '', title: run?.plan.name ?? '', path: `/recovery/${run?.ref ?? ''}` };
}

async function refusal(tx: Tx, asked: Asked, held: Held[], capacity: number): Promise<AppError> {
  const free = nextFree(held, capacity, asked.from, asked.until.getTime() - asked.from.getTime());
  const clash = held.find(({ id }) => id === clashOf(held, free.unit, asked)?.id) ?? held[0];
  const { organisation } = await currentSettings(tx);
  const time = (at: Date) => formatWhen(at, organisation.zone, asked.now);
  if (!clash)
    return new AppError('conflict', `${isolated(asked.resource.name)} cannot be booked at this time.`);
  const purpose = purposeOf(clash);
  const details: BookingRefusal = {
    resource: { id: asked.resource.id, name: asked.resource.name },
    clash: {
      ...purpose,
      aspect: clash.aspect,
      from: clash.from.toISOString(),
      until: clash.until.toISOString(),
      requestedBy: clash.requestedBy?.name ?? null,
    },
    capacity,
    freeAt: free.from.toISOString(),
    freeUntil: free.until?.toISOString() ?? null,
  };
  const aspect = aspectLabel[clash.aspect].toLowerCase();
  const all = capacity === 1 ? '' : `, and so are all ${capacity}`;
  const sentence =
    `${isolated(asked.resource.name)} is held until ${time(clash.until)}${all}: ${purpose.ref} “${isolated(purpose.title)}”, ${aspect}. ` +
    `Free from ${time(free.from)}.`;
  return new AppError('conflict', sentence, { details: { ...details } });
}

/** How many can be booked at a moment, as the database counts it. */
async function capacityAt(tx: Tx, resourceId: string, at: Date): Promise<number> {
  const [row] = await tx.$queryRaw<{ capacity: number }[]>`
    select resource_capacity(${resourceId}::uuid, ${at}::timestamptz) as capacity`;
  return row?.capacity ?? 1;
}

/**
 * The unit of a locked resource that is free for the whole time asked for.
 * @throws AppError `conflict`, whose details (`BookingRefusal`) say what holds it and when it is free again
 */
export async function freeUnitFor(tx: Tx, asked: Asked): Promise<number> {
  const capacity = await capacityAt(tx, asked.resource.id, asked.from);
  const held = await heldOf(tx, asked.resource.id, asked.from, asked.except);
  const unit = freeUnit(held, capacity, asked);
  if (unit !== null) return unit;
  throw await refusal(tx, asked, held, capacity);
}
