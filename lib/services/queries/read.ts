import { z } from 'zod';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';
import { servicePolicy } from '@/lib/services/policy';
import { compareStatus, listServicesInput, type Tier } from '@/lib/services/schema';
import { type CurrentStatus, currentStatuses, working } from '@/lib/services/status';
import type { Prisma } from '@/prisma/generated/client';
import { type ServiceSummary, type ServiceView, serviceSummarySchema, serviceViewSchema } from './views';

const summarySelect = {
  id: true,
  slug: true,
  name: true,
  tier: true,
  visibility: true,
  publicAddress: true,
  rtoMinutes: true,
  rpoMinutes: true,
  archivedAt: true,
  group: { select: { name: true } },
  owner: { select: { id: true, name: true } },
  servers: { select: { server: { select: { name: true } } }, orderBy: { position: 'asc' } },
} satisfies Prisma.ServiceSelect;

type SummaryRow = Prisma.ServiceGetPayload<{ select: typeof summarySelect }>;

function summary(row: SummaryRow, now: CurrentStatus = working): ServiceSummary {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    group: row.group?.name ?? null,
    tier: row.tier as Tier,
    visibility: row.visibility,
    publicAddress: row.publicAddress,
    rtoMinutes: row.rtoMinutes,
    rpoMinutes: row.rpoMinutes,
    owner: row.owner,
    status: now.status,
    since: now.since?.toISOString() ?? null,
    openIncidents: now.openIncidents.map(({ ref, title }) => ({ ref, title })),
    servers: row.servers.map((link) => link.server.name),
    archived: row.archivedAt !== null,
  };
}

/** The catalogue, worst status first, then tier, then name. `text` finds services and servers by name. */
export const listServices = query({
  name: 'service.list',
  input: listServicesInput,
  answer: z.array(serviceSummarySchema),
  allow: permit(servicePolicy, 'service.list'),
  run: async ({ db, input }): Promise<ServiceSummary[]> => {
    const contains = { contains: input.text, mode: 'insensitive' as const };
    const rows = await db.service.findMany({
      where: {
        archivedAt: input.only === 'archived' ? { not: null } : null,
        ...(input.text
          ? {
              OR: [
                { name: contains },
                { publicAddress: contains },
                { servers: { some: { server: { name: contains } } } },
              ],
            }
          : {}),
      },
      select: summarySelect,
      take: 500,
    });
    const statuses = await currentStatuses(db);
    return rows
      .map((row) => summary(row, statuses.get(row.id)))
      .filter((service) => input.only !== 'open' || service.openIncidents.length > 0)
      .sort((a, b) => compareStatus(a.status, b.status) || a.tier - b.tier || a.name.localeCompare(b.name));
  },
});

const viewSelect = {
  ...summarySelect,
  version: true,
  description: true,
  usedBy: true,
  hours: true,
  agreedBy: true,
  agreedOn: true,
  servers: { select: { role: true, server: true }, orderBy: { position: 'asc' } },
  contacts: { select: { name: true, purpose: true, email: true, phone: true }, orderBy: { position: 'asc' } },
  dependencies: { select: { note: true, dependsOn: { select: { id: true, slug: true, name: true } } } },
  dependents: { select: { note: true, service: { select: { id: true, slug: true, name: true } } } },
  incidents: {
    select: {
      incident: { select: { ref: true, title: true, severity: true, startedAt: true, resolvedAt: true } },
    },
    orderBy: { startsAt: 'desc' },
    take: 40,
  },
} satisfies Prisma.ServiceSelect;

type ViewRow = Prisma.ServiceGetPayload<{ select: typeof viewSelect }>;

/** One service, by its id or its slug, with its servers, contacts, dependencies both ways and latest incidents. */
export const readService = query({
  name: 'service.read',
  input: z.object({ id: z.string().max(80) }),
  answer: serviceViewSchema,
  load: async (db, input) => {
    const { id } = input;
    const where = z.uuid().safeParse(id).success ? { id } : { slug: id };
    const row = await db.service.findUnique({ where, select: viewSelect });
    if (!row)
      throw new AppError('not_found', 'There is no service at this address. It may have been renamed.');
    return row;
  },
  allow: permit(servicePolicy, 'service.read'),
  run: async ({ db, subject }) => serviceView(subject, await currentStatuses(db)),
});

function serviceView(row: ViewRow, statuses: Map<string, CurrentStatus>): ServiceView {
  const linked = (other: { id: string; slug: string; name: string }, note: string) => ({
    ...other,
    note,
    status: statuses.get(other.id)?.status ?? working.status,
  });
  const incidents = new Map(row.incidents.map(({ incident }) => [incident.ref, incident]));
  return {
    ...summary(row, statuses.get(row.id)),
    version: row.version,
    description: row.description,
    usedBy: row.usedBy,
    hours: row.hours,
    agreedBy: row.agreedBy,
    agreedOn: row.agreedOn?.toISOString().slice(0, 10) ?? null,
    serverList: row.servers.map(({ role, server }) => ({
      id: server.id,
      name: server.name,
      role,
      description: server.description,
      address: server.address,
      site: server.site,
      powerSupplies: server.powerSupplies,
      hotSwapDisks: server.hotSwapDisks,
      note: server.note,
    })),
    contacts: row.contacts,
    dependsOn: row.dependencies.map((dependency) => linked(dependency.dependsOn, dependency.note)),
    usedByServices: row.dependents.map((dependency) => linked(dependency.service, dependency.note)),
    incidents: [...incidents.values()].slice(0, 20).map((incident) => ({
      ref: incident.ref,
      title: incident.title,
      severity: incident.severity,
      startedAt: incident.startedAt.toISOString(),
      resolvedAt: incident.resolvedAt?.toISOString() ?? null,
    })),
  };
}
