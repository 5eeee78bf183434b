import type { z } from 'zod';
import type { Tx } from '@/lib/database/db';
import { canonicalJson } from '@/lib/platform/audit/canonical-json';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import type { serviceInputSchema, Tier } from './schema';

export type ParsedService = z.output<typeof serviceInputSchema>;

/** The columns of the service row itself. @throws AppError `invalid` */
export async function serviceColumns(tx: Tx, input: ParsedService) {
  assertAgreed(input);
  return {
    name: input.name,
    slug: input.slug,
    description: input.description,
    tier: input.tier,
    visibility: input.visibility,
    groupId: await groupId(tx, input.group),
    ownerId: input.ownerId,
    publicAddress: input.publicAddress,
    usedBy: input.usedBy,
    hours: input.hours,
    rtoMinutes: input.rtoMinutes,
    rpoMinutes: input.rpoMinutes,
    agreedBy: input.agreedBy || null,
    agreedOn: input.agreedOn ? new Date(`${input.agreedOn}T00:00:00Z`) : null,
  };
}

/** Who agreed on the objectives and when are one fact: both are said, or neither. */
function assertAgreed({ agreedBy, agreedOn }: ParsedService): void {
  if (agreedOn && !agreedBy)
    throw refusal('agreedBy', 'Say who agreed on the objectives, or leave out the day too.');
  if (agreedBy && !agreedOn)
    throw refusal('agreedOn', 'Say on which day they were agreed, or leave out who agreed too.');
}

async function groupId(tx: Tx, name: string | null): Promise<string | null> {
  if (!name) return null;
  const position = await tx.serviceGroup.count();
  const group = await tx.serviceGroup.upsert({
    where: { name },
    create: { id: newId(), name, position },
    update: {},
  });
  return group.id;
}

type Parts = { [P in 'servers' | 'dependsOn' | 'contacts']?: ParsedService[P] | undefined };

/** Replaces each of servers, dependencies and contacts that is given. */
export async function writeParts(tx: Tx, serviceId: string, parts: Parts): Promise<void> {
  if (parts.servers) await writeServers(tx, serviceId, parts.servers);
  if (parts.dependsOn) await writeDependencies(tx, serviceId, parts.dependsOn);
  if (!parts.contacts) return;
  await tx.serviceContact.deleteMany({ where: { serviceId } });
  await tx.serviceContact.createMany({
    data: parts.contacts.map((contact, position) => ({ id: newId(), serviceId, position, ...contact })),
  });
}

/** A server is one row even when services share it. */
async function writeServers(tx: Tx, serviceId: string, servers: ParsedService['servers']): Promise<void> {
  await tx.serviceServer.deleteMany({ where: { serviceId } });
  for (const [position, { role, ...facts }] of servers.entries()) {
    const server = await tx.server.upsert({
      where: { name: facts.name },
      create: { id: newId(), ...facts },
      update: { ...facts, archivedAt: null },
    });
    await tx.serviceServer.create({ data: { serviceId, serverId: server.id, role, position } });
  }
}

const serverFields = {
  name: true,
  description: true,
  address: true,
  site: true,
  powerSupplies: true,
  hotSwapDisks: true,
  note: true,
} as const;

/** A service as a form gives it. */
export async function storedService(tx: Tx, id: string): Promise<ParsedService> {
  const { group, agreedOn, servers, dependencies, ...row } = await tx.service.findUniqueOrThrow({
    where: { id },
    select: {
      ...{ name: true, slug: true, description: true, tier: true, visibility: true, ownerId: true },
      ...{ publicAddress: true, usedBy: true, hours: true, rtoMinutes: true, rpoMinutes: true },
      ...{ agreedBy: true, agreedOn: true, group: { select: { name: true } } },
      servers: { orderBy: { position: 'asc' }, select: { role: true, server: { select: serverFields } } },
      dependencies: { select: { dependsOnId: true, note: true } },
      contacts: {
        orderBy: { position: 'asc' },
        select: { name: true, purpose: true, email: true, phone: true },
      },
    },
  });
  return {
    ...row,
    tier: row.tier as Tier,
    group: group?.name ?? null,
    agreedOn: agreedOn?.toISOString().slice(0, 10) ?? null,
    servers: servers.map(({ role, server }) => ({ role, ...server })),
    dependsOn: dependencies.map(({ dependsOnId, note }) => ({ serviceId: dependsOnId, note })),
  };
}

/** The fields that are said anew; the order of what it depends on says nothing. */
export function changedFields(stored: ParsedService, given: ParsedService): (keyof ParsedService)[] {
  const said = (service: ParsedService, field: keyof ParsedService): string => {
    const value = service[field] === '' ? null : service[field];
    const parts = Array.isArray(value) ? value.map(canonicalJson) : [canonicalJson(value)];
    return (field === 'dependsOn' ? parts.sort() : parts).join();
  };
  return (Object.keys(stored) as (keyof ParsedService)[]).filter(
    (field) => said(stored, field) !== said(given, field),
  );
}

async function writeDependencies(
  tx: Tx,
  serviceId: string,
  dependsOn: ParsedService['dependsOn'],
): Promise<void> {
  await tx.serviceDependency.deleteMany({ where: { serviceId } });
  const ids = dependsOn.map((dependency) => dependency.serviceId);
  if (ids.includes(serviceId)) throw refusal('dependsOn', 'A service cannot depend on itself.');
  if (new Set(ids).size !== ids.length) throw refusal('dependsOn', 'Each service can be named once.');
  const known = await tx.service.count({ where: { id: { in: ids } } });
  if (known !== ids.length)
    throw refusal('dependsOn', 'One of the services it depends on no longer exists. Choose again.');
  await tx.serviceDependency.createMany({
    data: dependsOn.map((dependency) => ({
      serviceId,
      dependsOnId: dependency.serviceId,
      note: dependency.note,
    })),
  });
}

function refusal(field: string, sentence: string): AppError {
  return new AppError('invalid', sentence, { fields: { [field]: [sentence] } });
}

export const takenName =
  'Another service has this name or short name, or a server is listed twice. Choose another.';
