import { checkedServices } from '@/lib/checks/checklist/checked-services';
import { installDefaultTemplates } from '@/lib/checks/checklist/install-default-templates';
import { checkPolicy } from '@/lib/checks/policy';
import { derivedChecks } from '@/lib/checks/rules/derive';
import { templateListInput } from '@/lib/checks/schema';
import type { Db } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';
import { isolated } from '@/lib/platform/rules/isolate';
import { probeSchema } from '@/lib/probes/rules/probe';
import { type CheckTemplatesView, checkTemplatesViewSchema } from './views';

async function derivedOf(db: Db, serviceId: string): Promise<CheckTemplatesView['derived']> {
  const [service] = await checkedServices(db, [serviceId]);
  const derived = service ? derivedChecks(service) : [];
  return derived.map(({ area, name, instruction, probe }) => ({
    area,
    name,
    instruction,
    probeKind: probe.kind,
  }));
}

/** The lines that a checklist is made of: those of a service and of all services, and what follows from the catalogue. */
export const checkTemplates = query({
  name: 'checkTemplate.list',
  input: templateListInput,
  answer: checkTemplatesViewSchema,
  load: async (db, { service: slug }) => {
    if (!slug) return null;
    const service = await db.service.findUnique({
      where: { slug },
      select: { id: true, name: true, slug: true },
    });
    if (!service) throw new AppError('not_found', `There is no service ${isolated(slug)}.`);
    return service;
  },
  allow: permit(checkPolicy, 'checkTemplate.list'),
  run: async ({ db, subject }): Promise<CheckTemplatesView> => {
    await installDefaultTemplates(db);
    const rows = await db.checkTemplate.findMany({
      where: {
        archivedAt: null,
        OR: [{ serviceId: null }, ...(subject ? [{ serviceId: subject.id }] : [])],
      },
      orderBy: [{ area: 'asc' }, { position: 'asc' }, { id: 'asc' }],
      include: { service: { select: { id: true, name: true } } },
    });
    return {
      service: subject,
      templates: rows.map(({ id, version, area, name, instruction, probe, position, service }) => ({
        id,
        version,
        area,
        name,
        instruction,
        probe: probe === null ? null : probeSchema.parse(probe),
        position,
        service,
      })),
      derived: subject ? await derivedOf(db, subject.id) : [],
    };
  },
});
