import { derivedChecks } from '@/lib/checks/rules/derive';
import type { Tx } from '@/lib/database/db';
import { canonicalJson } from '@/lib/platform/audit/canonical-json';
import { newId } from '@/lib/platform/ids';
import { type Probe, probeSchema } from '@/lib/probes/rules/probe';
import type { Area } from '@/lib/services/schema';
import type { Prisma } from '@/prisma/generated/client';
import { checkedServices } from './checked-services';
import { installDefaultTemplates } from './install-default-templates';

interface Draft {
  templateId: string | null;
  serviceId: string | null;
  serverId: string | null;
  area: Area;
  name: string;
  instruction: string;
  probe: Probe | null;
}

type Line = Pick<Draft, 'serviceId' | 'serverId' | 'name'> & { probe: unknown };

/** What makes two lines of a checklist the same look: the same question, or the same words for a person. */
function sameness({ serviceId, serverId, name, probe }: Line): string {
  return probe ? `${serverId ?? ''} ${canonicalJson(probe)}` : `${serviceId ?? ''} ${name}`;
}

/** Automated ones of the services, then the templates in their order, general ones once for the incident. */
async function draftsFor(tx: Tx, serviceIds: readonly string[]): Promise<Draft[]> {
  await installDefaultTemplates(tx);
  const derived = (await checkedServices(tx, serviceIds)).flatMap(derivedChecks);
  const templates = await tx.checkTemplate.findMany({
    where: { archivedAt: null, OR: [{ serviceId: null }, { serviceId: { in: [...serviceIds] } }] },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  });
  return [
    ...derived.map((check) => ({ ...check, templateId: null, probe: probeSchema.parse(check.probe) })),
    ...templates.map(({ id, serviceId, area, name, instruction, probe }) => ({
      templateId: id,
      serviceId,
      serverId: null,
      area,
      name,
      instruction,
      probe: probe === null ? null : probeSchema.parse(probe),
    })),
  ];
}

/**
 * Creates what is missing of an incident's checklist for these services. Called again, with the same services or with
 * more, it adds what is new and touches nothing that is there.
 */
export async function createChecks(
  tx: Tx,
  incidentId: string,
  serviceIds: readonly string[],
  now: Date,
): Promise<{ total: number; automated: number }> {
  const there = await tx.check.findMany({
    where: { incidentId },
    select: { templateId: true, serviceId: true, serverId: true, name: true, probe: true, position: true },
  });
  const known = new Set(there.map(sameness));
  const templates = new Set(there.flatMap((check) => check.templateId ?? []));
  const fresh: Draft[] = [];
  for (const draft of await draftsFor(tx, serviceIds)) {
    const key = sameness(draft);
    if (known.has(key) || (draft.templateId && templates.has(draft.templateId))) continue;
    known.add(key);
    fresh.push(draft);
  }
  const first = Math.max(0, ...there.map((check) => check.position));
  await tx.check.createMany({
    data: fresh.map(({ probe, ...draft }, place): Prisma.CheckCreateManyInput => {
      const row = { ...draft, id: newId(), incidentId, position: first + place + 1, createdAt: now };
      return probe ? { ...row, probeKind: probe.kind, probe: probe as Prisma.InputJsonValue } : row;
    }),
  });
  return { total: fresh.length, automated: fresh.filter(({ probe }) => probe !== null).length };
}
