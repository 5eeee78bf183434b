import type { Db } from '@/lib/database/db';
import { formatWhen } from '@/lib/language/time';
import { type Candidate, suggest } from '@/lib/resources/rules/suggestion';
import { heldStates } from '@/lib/resources/schema';
import type { Area } from '@/lib/services/schema';
import { currentSettings } from '@/lib/settings/in-force';
import { allocationSelect } from './allocation-view';
import { availability } from './availability';
import type { ResourceView, SuggestionView } from './views';

const most = 4;

const serviceSelect = {
  id: true,
  name: true,
  ownerId: true,
  teamId: true,
  team: { select: { members: { select: { memberId: true } } } },
  contacts: { select: { memberId: true } },
  servers: { select: { server: { select: { id: true, name: true } } } },
} as const;

async function servicesOf(db: Db, incidentId: string) {
  const rows = await db.incidentService.findMany({
    where: { incidentId, endsAt: null },
    select: { service: { select: serviceSelect } },
  });
  return rows.map(({ service }) => service);
}

type Service = Awaited<ReturnType<typeof servicesOf>>[number];

/** The area of the check that found a fault last; null while none did. */
async function areaOf(db: Db, incidentId: string): Promise<Area | null> {
  const row = await db.check.findFirst({
    where: { incidentId, state: 'FAULT' },
    orderBy: { finishedAt: 'desc' },
    select: { area: true },
  });
  return row?.area ?? null;
}

/** How often each resource was booked for these services before. */
async function bookedBefore(db: Db, incidentId: string, services: Service[]): Promise<Map<string, number>> {
  const rows = await db.allocation.groupBy({
    by: ['resourceId'],
    where: {
      incident: {
        id: { not: incidentId },
        services: { some: { serviceId: { in: services.map(({ id }) => id) } } },
      },
      state: { in: ['ACTIVE', 'RELEASED'] },
      answeredAt: { not: null },
    },
    _count: true,
  });
  return new Map(rows.map((row) => [row.resourceId, row._count]));
}

interface About {
  incidentId: string;
  resources: ResourceView[];
  now: Date;
}

function tiesOf(resource: ResourceView, services: Service[]) {
  const names = (rows: Service[]) => rows.map(({ name }) => name);
  const { id } = resource;
  const servers = services.flatMap((service) => service.servers.map(({ server }) => server));
  return {
    owns: names(services.filter(({ ownerId, teamId }) => ownerId === id || teamId === id)),
    inTeamOf: names(services.filter(({ team }) => team?.members.some(({ memberId }) => memberId === id))),
    contactFor: names(services.filter(({ contacts }) => contacts.some(({ memberId }) => memberId === id))),
    spareFor: servers.find((server) => server.id === resource.server?.id)?.name ?? null,
  };
}

/** Who and what may be worth asking for an incident, with the reasons; those who are on it already left out. */
export async function suggestionsFor(
  db: Db,
  { incidentId, resources, now }: About,
): Promise<SuggestionView[]> {
  const services = await servicesOf(db, incidentId);
  const area = await areaOf(db, incidentId);
  const before = await bookedBefore(db, incidentId, services);
  const { organisation } = await currentSettings(db);
  const held = await db.allocation.findMany({
    where: { state: { in: [...heldStates] }, endsAt: { gt: now } },
    select: allocationSelect,
  });
  const roles = await db.incidentRole.findMany({
    where: { incidentId, endsAt: null },
    select: { memberId: true },
  });
  const names = services.map(({ name }) => name);
  const found = resources.flatMap((resource) => {
    const own = held.filter((row) => row.resource.id === resource.id);
    const here = roles.some(({ memberId }) => memberId === resource.id);
    if (here || own.some((row) => row.incidentId === incidentId)) return [];
    const { freeFrom, freeUntil } = availability(resource, own, now);
    const candidate: Candidate = {
      resource,
      ...tiesOf(resource, services),
      knows: resource.kind === 'PERSON' ? resource.detail.split(', ').slice(1) : [],
      before: before.get(resource.id) ?? 0,
      freeFrom: new Date(freeFrom),
      freeUntil: freeUntil ? new Date(freeUntil) : null,
      time: (at) => formatWhen(at, organisation.zone, now),
    };
    const suggested = suggest(candidate, { area, services: names, now });
    return suggested ? [{ ...suggested, resource, freeFrom }] : [];
  });
  return found
    .toSorted((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ resource, aspect, reasons, freeFrom }) => ({ resource, aspect, reasons, freeFrom }));
}
